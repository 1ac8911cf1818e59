"use strict";
// The page is whole without this: it adds the filter and the keys n and p.
for (const hidden of document.querySelectorAll("fieldset[hidden], .keys[hidden]")) {
  hidden.hidden = false;
}
document.addEventListener("change", (event) => {
  const { report, alert } = event.target.dataset;
  if (!report) return;
  const list = document.querySelectorAll(`#${report} .finding.${alert}`);
  for (const finding of list) finding.hidden = !event.target.checked;
});
function reveal() {
  const target = location.hash && document.getElementById(location.hash.slice(1));
  if (!target) return;
  if (target.hidden) target.hidden = false;
  const folded = target.closest("details");
  if (folded) folded.open = true;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}
window.addEventListener("hashchange", reveal);
reveal();
document.addEventListener("keydown", (event) => {
  const step = { n: 1, p: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const shown = [...document.querySelectorAll(".finding:not([hidden])")];
  if (!shown.length) return;
  const held = document.activeElement.closest(".finding") || document.querySelector(".finding:target");
  const at = shown.indexOf(held);
  const next = at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length;
  shown[next].scrollIntoView({ block: "nearest" });
  shown[next].focus({ preventScroll: true });
});
