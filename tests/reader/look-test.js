/* Contrast of all text of the page with what is behind it, and of every line that says something, in the
 * look that is set, from the values that the page itself uses. The result is empty or names what cannot be
 * read.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const canvas = document.createElement ('canvas').getContext ('2d', { willReadFrequently: true });
const paint = color => {
  canvas.clearRect (0, 0, 1, 1);
  canvas.fillStyle = color;
  canvas.fillRect (0, 0, 1, 1);
  return [...canvas.getImageData (0, 0, 1, 1).data];
};
const luminance = color => {
  const [r, g, b] = color.slice (0, 3).map (v => v / 255).map (v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [light, dark] = [luminance (a), luminance (b)].sort ((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

const root = document.documentElement;
const variable = name => getComputedStyle (root).getPropertyValue (`--${name}`).trim ();
/* What is seen of a colour that lets something through. */
const over = (color, back) => {
  const [r, g, b, alpha] = paint (color);
  return [r, g, b].map ((value, i) => Math.round (value * alpha / 255 + back[i] * (1 - alpha / 255)));
};
const behind = element => {
  for (let e = element; e; e = e.parentElement) {
    const color = paint (getComputedStyle (e).backgroundColor);
    if (color[3] === 255)
      return color;
  }
  return paint ('white');
};

const faults = [];
let least = 21;
const check = (what, color, back, wanted) => {
  const ratio = contrast (paint (color), back);
  least = Math.min (least, ratio);
  if (!(ratio >= wanted))
    faults.push (`${what}: ${ratio.toFixed (2)}`);
};

for (const details of document.querySelectorAll ('details'))
  details.open = true;
for (const element of document.querySelectorAll ('article *')) {
  if ([...element.childNodes].some (node => node.nodeType === Node.TEXT_NODE && node.data.trim () !== ''))
    check (`${element.localName}.${element.className}`, getComputedStyle (element).color, behind (element), 4.5);
}

/* WCAG 2.2: text has 4.5 : 1, a line that says something 3 : 1. */
const TEXT = 4.5, LINE = 3;
const paper = paint (getComputedStyle (root).backgroundColor);
const ink = variable ('ink');

/* Marks: line and letter on the paper, the line on the fill of its own and, as a lane, on every other. */
const KINDS = ['fact', 'check', 'quote', 'source', 'number', 'opinion', 'contradiction', 'follow-up'];
const marks = KINDS.map (kind => {
  const fill = getComputedStyle (document.querySelector (`mark.k-${kind}`)).backgroundColor;
  return { kind, fill: paint (fill), line: getComputedStyle (document.querySelector (`.nd-stripe.k-${kind}`)).color };
});
for (const { kind, line } of marks) {
  check (`letter of ${kind}`, line, paper, TEXT);
  for (const other of marks)
    check (`line of ${kind} on ${other.kind}`, line, other.fill, LINE);
}
const looks = value => new Set ([...document.querySelectorAll ('mark')].map (mark => value (getComputedStyle (mark)))).size;
if (looks (style => style.backgroundColor) !== KINDS.length)
  faults.push ('two kinds look the same');
if (looks (style => style.backgroundImage.replace (/rgba?[^)]*[)]/g, '') + style.backgroundSize) !== KINDS.length)
  faults.push ('two kinds have the same line');

/* Layers: on the paper, on the fills of marks, and where the mentions of a name are lit. */
const glow = paint (getComputedStyle (root, '::highlight(nd-glow)').backgroundColor);
for (const { kind, line, fill } of marks) {
  check (`line of ${kind} on glow`, line, glow, LINE);
  /* A lit name is no mark of the reader. */
  if (Math.max (...fill.map ((value, i) => Math.abs (value - glow[i]))) < 16)
    faults.push (`glow looks like ${kind}`);
}
const fills = [...marks.map (({ kind, fill }) => [kind, fill]), ['glow', glow]];
for (const name of ['people', 'organisations', 'places', 'dates', 'quotes', 'statements']) {
  const color = getComputedStyle (root, `::highlight(nd-${name})`).textDecorationColor;
  check (`${name} on the paper`, color, paper, name === 'statements' ? LINE : TEXT);
  for (const [where, fill] of fills)
    check (`${name} on ${where}`, color, fill, LINE);
}

/* What is selected, on the paper and on marks; the ring of a hit lies over the words beside it. */
const selected = getComputedStyle (document.querySelector ('.paragraph'), '::selection').backgroundColor;
for (const [where, fill] of [['the paper', paper], ...fills]) {
  check (`ink on ${where}`, ink, fill, TEXT);
  check (`selected ink on ${where}`, ink, over (selected, fill), TEXT);
}

const overlay = document.getElementById ('nd-overlay');
const outline = name => {
  const box = overlay.appendChild (document.createElement ('div'));
  box.className = name;
  const { outlineColor, boxShadow } = getComputedStyle (box);
  box.remove ();
  return [outlineColor, boxShadow];
};
for (const name of ['nd-outline nd-hovered', 'nd-outline nd-selected', 'nd-outline nd-picked', 'nd-hit', 'nd-hit nd-current'])
  check (name, `rgb(${over (outline (name)[0], paper)})`, paper, LINE);
const ring = outline ('nd-hit nd-current')[1].replace (/[)][^)]*$/, ')');
check ('ink beside a hit', `rgb(${over (ring, paint (ink))})`, over (ring, paper), TEXT);
for (const link of document.querySelectorAll ('article a'))
  check ('line of a link', getComputedStyle (link).textDecorationColor, paper, LINE);

/* The colour that the program paints before there is a page is that of the page. */
if (argument && paint (argument).join () !== paper.join ())
  faults.push (`paper ${paper} is not ${argument}`);

return faults.join ('\n');
