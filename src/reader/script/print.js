/* Numbers the marks of a page for paper and sets the notes below the article. A function body: `json` is its argument.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const { title, marks } = JSON.parse (json);
const noted = marks.filter (mark => mark.note !== '');

for (const details of document.querySelectorAll ('details.left-out'))
  details.remove ();
for (const details of document.querySelectorAll ('details'))
  details.open = true;

/* The sign after the last run of a mark, which names it: its letter, and the number of its note. Generated
 * content, so that the text stays what it is. A link or emphasis may have cut that run. */
const last = new Map ();
for (const run of document.querySelectorAll ('mark[data-a]'))
  for (const id of run.dataset.a.split (' '))
    last.set (id, run);
for (const { id, letter } of marks) {
  const run = last.get (id);
  const number = noted.findIndex (mark => mark.id === id) + 1;
  if (run)
    run.dataset.sign = (run.dataset.sign ? `${run.dataset.sign} ` : '') + letter + (number > 0 ? number : '');
}

if (noted.length > 0) {
  const section = document.createElement ('section');
  const heading = document.createElement ('h2');
  section.className = 'nd-notes';
  heading.textContent = title;
  section.append (heading);
  noted.forEach (({ kind, name, letter, exact, note }, i) => {
    const entry = document.createElement ('div');
    const sign = document.createElement ('b');
    const passage = document.createElement ('q');
    const text = document.createElement ('p');
    sign.textContent = `${letter}${i + 1} ${name}`;
    sign.className = `k-${kind}`;
    passage.textContent = exact.length > 160 ? `${exact.slice (0, 120)}…${exact.slice (-30)}` : exact;
    text.textContent = note;
    for (const element of [passage, text])
      element.dir = 'auto';
    entry.append (sign, ' ', passage, text);
    section.append (entry);
  });
  document.querySelector ('article').append (section);
}
return noted.length;
