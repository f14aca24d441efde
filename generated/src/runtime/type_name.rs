//! Names of types in messages.

/// The name of a type, without its path.
pub(super) fn name_of<T>() -> &'static str {
    let path = std::any::type_name::<T>();
    path.rsplit("::").next().unwrap_or(path)
}
