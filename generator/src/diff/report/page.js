const form = document.getElementById("filters");
function apply() {
  const picked = name => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map(box => box.value));
  const wire = picked("wire"), rust = picked("rust");
  const operation = form.elements.operation ? form.elements.operation.value : "";
  const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const finding of document.querySelectorAll("article")) {
    const text = finding.textContent.toLowerCase();
    const fits = wire.has(finding.dataset.wire) && rust.has(finding.dataset.rust)
      && (!operation || finding.dataset.operations.includes(`|${operation}|`))
      && words.every(word => text.includes(word));
    finding.hidden = !fits;
    shown += fits;
  }
  document.getElementById("shown").textContent = `${shown} ${shown === 1 ? "finding" : "findings"}`;
  document.getElementById("empty").hidden = shown > 0;
}
if (form) {
  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  apply();
}
