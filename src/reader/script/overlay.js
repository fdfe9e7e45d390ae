/* Drawn over the text and beside it: outlines of marks, margin stripes, boxes of find hits. Nothing in it is text, so that copy and find never see it.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const overlay = (() => {
  const LANES = 3;
  const root = document.createElement ('div');
  const groups = {};
  let outlines = { hovered: null, selected: null };
  let hits = [], hit = -1;

  const make = (className, left, top, width, height) => {
    const element = document.createElement ('div');
    element.className = className;
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    element.style.width = `${width}px`;
    element.style.height = `${height}px`;
    return element;
  };

  const boxes = (start, end, className) => geometry.lines (start, end).map (line =>
    make (className, line.left + scrollX, line.top + scrollY, line.right - line.left, line.bottom - line.top));

  const drawOutlines = () => {
    const elements = [];
    for (const name of ['hovered', 'selected']) {
      const range = outlines[name];
      if (range)
        elements.push (...boxes (range[0], range[1], `nd-outline nd-${name}`));
    }
    groups.outlines.replaceChildren (...elements);
  };

  const drawHits = () => {
    const elements = [];
    hits.forEach (([start, end], i) => {
      if (i === hit || (end > region.start && start < region.end))
        elements.push (...boxes (start, end, i === hit ? 'nd-hit nd-current' : 'nd-hit'));
    });
    groups.hits.replaceChildren (...elements);
  };

  const stripe = (mark, left, rightToLeft) => {
    const lines = geometry.lines (Math.max (mark.start, region.start), Math.min (mark.end, region.end));
    if (lines.length === 0)
      return null;
    const top = lines[0].top + scrollY, bottom = lines.at (-1).bottom + scrollY;
    const element = make ('nd-stripe', left, top, 0, bottom - top);
    element.style.removeProperty ('width');
    element.dataset.kind = mark.kind;
    element.dataset.lane = Math.min (mark.lane, LANES);
    element.dataset.letter = mark.letter;
    element.classList.add (`k-${mark.kind}`);
    element.classList.toggle ('nd-noted', mark.note);
    element.classList.toggle ('nd-right', rightToLeft);
    element.addEventListener ('click', () => post ('stripe', { id: mark.id, box: geometry.rectangle (lines[0]) }));
    return element;
  };

  const drawStripes = () => {
    const column = document.querySelector ('article')?.getBoundingClientRect ();
    const elements = [];
    const more = new Map ();    /* top → number of marks without a lane */
    if (!column)
      return;
    for (const mark of marks.ordered) {
      if (mark.start >= region.end)
        break;
      if (mark.end <= region.start)
        continue;
      const block = offsets.locate (mark.start, false)[0].parentElement.closest ('[data-s]');
      const rightToLeft = getComputedStyle (block).direction === 'rtl';
      const element = stripe (mark, (rightToLeft ? column.right : column.left) + scrollX, rightToLeft);
      if (!element)
        continue;
      if (mark.lane < LANES) {
        elements.push (element);
        continue;
      }
      const key = `${element.style.left} ${element.style.top}`;
      const badge = more.get (key);
      if (badge)
        badge.dataset.letter = `+${Number (badge.dataset.letter.slice (1)) + 1}`;
      else {
        element.dataset.letter = '+1';
        element.classList.add ('nd-more');
        more.set (key, element);
        elements.push (element);
      }
    }
    groups.stripes.replaceChildren (...elements);
  };

  const draw = () => {
    drawStripes ();
    drawOutlines ();
    drawHits ();
  };

  const setOutlines = next => {
    outlines = next;
    drawOutlines ();
  };

  const setHits = (list, current) => {
    hits = list;
    hit = current;
    drawHits ();
  };

  const setHit = current => {
    hit = current;
    drawHits ();
  };

  const watch = () => {
    root.id = 'nd-overlay';
    root.setAttribute ('aria-hidden', 'true');
    for (const name of ['stripes', 'outlines', 'hits']) {
      groups[name] = document.createElement ('div');
      root.append (groups[name]);
    }
    document.body.append (root);
    region.onDraw (draw);
  };

  return { watch, setOutlines, setHits, setHit };
}) ();
