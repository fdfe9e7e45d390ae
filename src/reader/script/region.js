/* The part of the text that is drawn upon: one screen before and after the view, moved as it is scrolled.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const region = (() => {
  const listeners = [];
  let drawnAt = 0;
  let pending = false;
  let bounds = [0, 0];

  const draw = () => {
    pending = false;
    drawnAt = scrollY;
    if (offsets.empty)
      return;
    bounds = [position.firstBelow (-innerHeight).at, position.firstBelow (2 * innerHeight).at + 1];
    for (const listener of listeners)
      listener ();
  };

  const changed = () => {
    if (pending)
      return;
    pending = true;
    requestAnimationFrame (draw);
  };

  const moved = () => {
    if (Math.abs (scrollY - drawnAt) > innerHeight / 2)
      changed ();
  };

  return {
    changed, moved,
    onDraw: listener => listeners.push (listener),
    get start () { return bounds[0]; },
    get end () { return bounds[1]; },
  };
}) ();
