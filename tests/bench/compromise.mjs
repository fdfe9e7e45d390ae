/* The peer that runs without a model to download: words a second of its people, places and organisations.
 *
 *   node compromise.mjs MODULE FILE…
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const [module, ...files] = process.argv.slice (2);
const loaded = createRequire (import.meta.url) (module);
const nlp = loaded.default ?? loaded;
const texts = files.map (file => readFileSync (file, 'utf8'));
const words = texts.reduce ((sum, text) => sum + text.split (/\s+/).filter (Boolean).length, 0);

nlp (texts[0]).people ().out ('array');
const before = process.cpuUsage ();
for (const text of texts) {
  const document = nlp (text);

  document.people ().out ('array');
  document.places ().out ('array');
  document.organizations ().out ('array');
}
const { user, system } = process.cpuUsage (before);
console.log (`${'compromise, names alone'.padEnd (44)} ${(words / ((user + system) / 1e6)).toFixed (1).padStart (12)} words/s`);
