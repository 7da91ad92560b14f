// Building nodes without markup strings: what a server or a page wrote can never become code here.

// Taken from the prototype: <img name="createElement"> on the host page shadows document.createElement, and so with any other member.
const create = Document.prototype.createElement.bind(document);
const hidden = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden').get.bind(document);

/** Every element of the page that matches. */
export const find = Document.prototype.querySelectorAll.bind(document);

/** Whether the tab is in the background. */
export const isHidden = () => hidden();

/** Makes an element. Functions become listeners of their property's name, `false` and null leave an attribute out. */
export function h(tag, attributes = {}, ...children) {
  const element = create(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value !== null && value !== false) {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

/** A button that does what it says. */
export function button(label, click, attributes) {
  return h('button', { type: 'button', click, ...attributes }, label);
}

/** An address that may be opened from a page, or null. */
export function safeLink(address, resolve) {
  try {
    const url = resolve(address);
    return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** A link that leaves the lesson open. */
export function link(href, ...children) {
  return h('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

const KEPT = new Set(('P BR STRONG B EM I S CODE PRE KBD BLOCKQUOTE UL OL LI H2 H3 H4 HR'
  + ' TABLE THEAD TBODY TR TH TD').split(' '));
const DROPPED = new Set('SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED SVG MATH FORM HEAD TITLE'.split(' '));
const DEEPEST = 40;

/**
 * Copies the server's HTML node by node, keeping only plain text elements without attributes, and links.
 * The server has sanitised it already; this is the second lock. Null where the page's Trusted Types forbid parsing.
 */
export function copyOfHtml(html, resolve) {
  const parsed = parseInert(html);
  return parsed && h('div', { class: 'text' }, ...copies(parsed.body, resolve, 0));
}

function copies(parent, resolve, depth) {
  return depth > DEEPEST ? [] : Array.from(parent.childNodes).flatMap(node => copy(node, resolve, depth + 1));
}

function copy(node, resolve, depth) {
  if (node.nodeType === Node.TEXT_NODE) {
    return [node.data];
  }
  const tag = node.nodeName.toUpperCase();
  if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(tag)) {
    return [];
  }
  if (KEPT.has(tag)) {
    return [h(tag, {}, ...copies(node, resolve, depth))];
  }
  if (tag === 'IMG') {
    // Host pages rarely allow foreign images: a link always works.
    return linkTo(node.getAttribute('src'), resolve, [`Изображение: ${node.getAttribute('alt') || 'без подписи'}`]);
  }
  const inner = copies(node, resolve, depth);
  return tag === 'A' ? linkTo(node.getAttribute('href'), resolve, inner) : inner;
}

function linkTo(address, resolve, children) {
  const href = address && safeLink(address, resolve);
  return href ? [link(href, ...children)] : children;
}

let policy;

/** A document that runs and loads nothing. A page with Trusted Types must allow the policy `kb-widget`. */
function parseInert(html) {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy('kb-widget', { createHTML: text => text })
      ?? { createHTML: text => text };
    return new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
  } catch {
    return null;
  }
}
