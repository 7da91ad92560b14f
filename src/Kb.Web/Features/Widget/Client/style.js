// One constructed style sheet: a <style> element would need 'unsafe-inline' from the host page.
// Nothing moves by itself. Every pair of colours holds 4.5:1 for text and 3:1 for borders of controls, in both themes.

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host {
  all: initial;
  color-scheme: light dark;
  --surface: #fff; --ink: #1b1f24; --muted: #57606a; --line: #d7dce2; --control: #7a838e;
  --brand: #1f5fbf; --on-brand: #fff; --link: #1f5fbf; --bubble: #f1f4f8; --agent: #e8f4ec; --danger: #b42318;
  --note: #fff4d1; --on-note: #3d2f00;
  font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  :host {
    --surface: #14181f; --ink: #e6eaf0; --muted: #9aa5b4; --line: #2d3642; --control: #6b7686;
    --brand: #8ab4f8; --on-brand: #0d1420; --link: #8ab4f8; --bubble: #202733; --agent: #1c3026; --danger: #ff8a80;
    --note: #2e2610; --on-note: #ffe9a8;
  }
}
* { box-sizing: border-box; }
button, textarea { font: inherit; color: inherit; }
button { min-height: 36px; padding: 6px 12px; border: 1px solid var(--control); border-radius: 8px; background: none; cursor: pointer; }
button:hover { background: var(--bubble); }
button:disabled { opacity: .55; cursor: default; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
a { color: var(--link); overflow-wrap: anywhere; }
p { margin: 0; }
[hidden] { display: none !important; }
.primary { border-color: transparent; background: var(--brand); color: var(--on-brand); font-weight: 600; }
.primary:hover { background: var(--brand); filter: brightness(1.1); }
.plain { min-height: 24px; padding: 0 4px; border: 0; color: var(--link); text-decoration: underline; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.launcher {
  position: fixed; z-index: 2147483000; right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom));
  min-height: 48px; padding: 0 20px; border-radius: 24px; box-shadow: 0 2px 12px rgb(0 0 0 / .25);
}
.badge {
  display: inline-block; min-width: 22px; margin-left: 8px; padding: 0 6px; border-radius: 11px;
  background: var(--on-brand); color: var(--brand); font-size: 14px; line-height: 22px; text-align: center;
}

dialog {
  position: fixed; z-index: 2147483001; inset: auto 20px 84px auto; margin: 0; padding: 0;
  width: 400px; height: min(640px, 100dvh - 104px); max-width: none; max-height: none; overflow: hidden;
  border: 1px solid var(--line); border-radius: 16px; background: var(--surface); color: var(--ink);
  box-shadow: 0 8px 40px rgb(0 0 0 / .28);
}
dialog[open] { display: flex; flex-direction: column; }
header { display: flex; align-items: center; gap: 8px; padding: 10px 8px 10px 16px; border-bottom: 1px solid var(--line); }
h2 { flex: 1; margin: 0; font-size: 17px; }
.close { width: 40px; min-height: 40px; padding: 0; border-color: transparent; font-size: 24px; line-height: 1; }
.ticket, .notice { padding: 8px 16px; background: var(--note); color: var(--on-note); font-size: 14px; }
.notice { background: var(--bubble); color: var(--muted); }

.scroll { flex: 1; overflow-y: auto; overscroll-behavior: contain; padding: 16px; }
.scroll:focus-visible { outline-offset: -3px; }
.greeting { color: var(--muted); }
.item { display: flex; flex-direction: column; align-items: flex-start; margin-bottom: 14px; }
.meta { margin-bottom: 3px; font-size: 13px; color: var(--muted); }
.bubble {
  max-width: 88%; padding: 9px 13px; border: 1px solid transparent; border-radius: 4px 14px 14px;
  background: var(--bubble); overflow-wrap: anywhere;
}
.agent .bubble { background: var(--agent); }
.student { align-items: flex-end; }
.student .bubble { border-radius: 14px 14px 4px; background: var(--brand); color: var(--on-brand); }
.student .bubble, .plain-text { white-space: pre-wrap; }
.student .meta { margin: 3px 0 0; }
.system { align-items: center; }
.system .bubble { padding: 0 12px; background: none; color: var(--muted); font-size: 14px; text-align: center; }
.failed .meta { color: var(--danger); }
.text > * { margin: 0 0 8px; }
.text > :last-child { margin-bottom: 0; }
.text ul, .text ol { padding-left: 22px; }
.text :is(h2, h3, h4) { font-size: 16px; }
.text pre, .text table { display: block; max-width: 100%; overflow-x: auto; border-collapse: collapse; }
.text :is(th, td) { padding: 4px 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: break-word; }
.text code { font: 14px ui-monospace, Consolas, monospace; }
.sources { margin: 6px 0 0; padding: 0; list-style: none; font-size: 14px; color: var(--muted); }

.status { min-height: 20px; padding: 0 16px; font-size: 14px; color: var(--muted); }
.alert { padding: 4px 16px; font-size: 14px; color: var(--danger); }
.alert:empty { display: none; }
/* Of all parts only this one and the talk give way when a keyboard leaves little height. */
.hints { min-height: 0; max-height: 30dvh; overflow-y: auto; margin: 0; padding: 4px 16px; list-style: none; }
.hints li { padding: 8px; border-radius: 8px; color: var(--link); cursor: pointer; }
.hints li:hover, .hints [aria-selected=true] { background: var(--bubble); }
.hints [aria-selected=true] { outline: 2px solid var(--link); outline-offset: -2px; }
form { display: flex; flex-direction: column; gap: 8px; padding: 8px 16px max(12px, env(safe-area-inset-bottom)); }
textarea {
  display: block; width: 100%; min-height: 44px; max-height: 30dvh; padding: 9px 12px; resize: none; field-sizing: content;
  border: 1px solid var(--control); border-radius: 10px; background: var(--surface); color: var(--ink);
}
textarea:focus-visible { outline-width: 2px; outline-offset: 0; }
textarea::placeholder { color: var(--muted); opacity: 1; }
/* After the text in the order of Tab, so that one press reaches them; above it on the screen, where the eye is. */
.actions { order: -1; display: flex; flex-wrap: wrap; gap: 8px; max-height: 30dvh; overflow-y: auto; padding: 4px; margin: -4px; }
.actions button { border-color: var(--link); border-radius: 18px; color: var(--link); text-align: left; }
.row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px; }
.row button { padding: 6px 10px; font-size: 15px; }
.row .primary { margin-left: auto; }
.counter { order: 1; flex-basis: 100%; font-size: 13px; color: var(--muted); text-align: right; }
.counter.over { color: var(--danger); }

@media (max-width: 600px), (max-height: 480px) {
  /* --height follows the visual viewport: the keyboard must not cover the text being typed. */
  dialog { inset: 0; width: 100%; height: var(--height, 100dvh); border: 0; border-radius: 0; }
  header { padding-top: max(10px, env(safe-area-inset-top)); }
}
@media (max-width: 360px) {
  .row { gap: 4px; }
  .row button { padding: 6px 8px; font-size: 14px; }
}
@media (pointer: coarse) {
  button, .close, .plain { min-height: 44px; }
  .close { width: 44px; }
  .plain { padding: 0 8px; }
  .hints li { padding: 11px 8px; }
}
@media (forced-colors: active) {
  .bubble, .badge, dialog, .ticket { border: 1px solid CanvasText; }
  .system .bubble { border: 0; }
}
`);

export default sheet;
