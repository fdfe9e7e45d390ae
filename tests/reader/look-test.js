/* Contrast of all text of the page with what is behind it, in the look that is set. The result is empty
 * or names what cannot be read.
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

const variable = (element, name) => getComputedStyle (element).getPropertyValue (name).trim ();
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
  if (ratio < wanted)
    faults.push (`${what}: ${ratio.toFixed (2)}`);
};

for (const details of document.querySelectorAll ('details'))
  details.open = true;
for (const element of document.querySelectorAll ('article *')) {
  if ([...element.childNodes].some (node => node.nodeType === Node.TEXT_NODE && node.data.trim () !== ''))
    check (`${element.localName}.${element.className}`, getComputedStyle (element).color, behind (element), 4.5);
}

/* Lines of marks, stripes and layers are no text: 3 : 1 against the paper. */
const paper = paint (getComputedStyle (document.documentElement).backgroundColor);
for (const name of ['people', 'organisations', 'places', 'dates', 'quotes', 'accent'])
  check (name, variable (document.documentElement, `--${name}`), paper, 3);
let kinds = 0;
for (const kind of ['fact', 'check', 'quote', 'source', 'number', 'opinion', 'contradiction', 'follow-up']) {
  const mark = document.querySelector (`mark.k-${kind}`), stripe = document.querySelector (`.nd-stripe.k-${kind}`);
  check (`line of ${kind}`, getComputedStyle (stripe).color, paper, 3);
  check (`line of ${kind} on its fill`, getComputedStyle (stripe).color, paint (getComputedStyle (mark).backgroundColor), 2.4);
  kinds++;
}
if (new Set ([...document.querySelectorAll ('mark')].map (mark => getComputedStyle (mark).backgroundColor)).size !== kinds)
  faults.push ('two kinds look the same');
if (new Set ([...document.querySelectorAll ('mark')].map (mark => getComputedStyle (mark).backgroundImage.replace (/rgba?[^)]*[)]/g, '') + getComputedStyle (mark).backgroundSize)).size !== kinds)
  faults.push ('two kinds have the same line');
check ('ink on glow', variable (document.documentElement, '--ink'), paint (variable (document.documentElement, '--glow')), 4.5);

/* The colour that the program paints before there is a page is that of the page. */
if (argument && paint (argument).join () !== paper.join ())
  faults.push (`paper ${paper} is not ${argument}`);

return faults.join ('\n');
