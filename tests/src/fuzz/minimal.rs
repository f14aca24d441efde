//! The smallest input that still fails.

/// Leaves out of an input whatever it fails without, and makes plain what is left.
pub fn minimal(input: &[u8], fails: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut smallest = input.to_vec();
    loop {
        let before = smallest.clone();
        shorten(&mut smallest, &fails);
        simplify(&mut smallest, &fails);
        if smallest == before {
            return smallest;
        }
    }
}

/// Leaves out pieces, large ones first.
fn shorten(input: &mut Vec<u8>, fails: &impl Fn(&[u8]) -> bool) {
    let mut size = input.len();
    while size > 0 {
        let mut start = 0;
        while start < input.len() {
            let end = input.len().min(start + size);
            let shorter = [&input[..start], &input[end..]].concat();
            if fails(&shorter) {
                *input = shorter;
            } else {
                start = end;
            }
        }
        size /= 2;
    }
}

/// Puts a plain letter in place of each byte that does not matter.
fn simplify(input: &mut [u8], fails: &impl Fn(&[u8]) -> bool) {
    for place in 0..input.len() {
        let byte = input[place];
        if byte != b'a' {
            input[place] = b'a';
            if !fails(input) {
                input[place] = byte;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::minimal;

    #[test]
    fn only_what_matters_is_left() {
        let fails = |input: &[u8]| input.contains(&b'x') && input.len() > 2;
        assert_eq!(minimal(b"some words, an x, and more", fails), b"aax");
    }
}
