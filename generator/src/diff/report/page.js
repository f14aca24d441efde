const form = document.getElementById("filters");
const findings = [...document.querySelectorAll("article")];
function apply() {
  const picked = name => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map(box => box.value));
  const wire = picked("wire"), rust = picked("rust");
  const operation = form.elements.operation ? form.elements.operation.value : "";
  const words = form.elements.text.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const finding of findings) {
    const text = words.length ? finding.textContent.toLowerCase() : "";
    const fits = wire.has(finding.dataset.wire) && rust.has(finding.dataset.rust)
      && (!operation || finding.dataset.operations.includes(`|${operation}|`))
      && words.every(word => text.includes(word));
    finding.hidden = !fits;
    shown += fits;
  }
  const all = findings.length, of = shown === all ? "" : ` of ${all}`;
  document.getElementById("shown").textContent = `${shown}${of} ${all === 1 ? "finding" : "findings"}`;
  document.getElementById("empty").hidden = shown > 0;
}
function step(by) {
  const shown = findings.filter(finding => !finding.hidden);
  const at = shown.indexOf(document.activeElement?.closest("article"));
  const next = shown[at < 0 ? (by > 0 ? 0 : -1) : at + by];
  if (next) next.focus();
}
function key(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input[type=search], select");
  if (typing && event.key === "Escape") { event.target.blur(); event.preventDefault(); }
  else if (typing) return;
  else if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "/") { form.elements.text.focus(); event.preventDefault(); }
}
if (form) {
  form.addEventListener("input", apply);
  form.addEventListener("submit", event => event.preventDefault());
  document.addEventListener("keydown", key);
  apply();
}
