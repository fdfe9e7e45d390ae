/* Links as text that can be pressed. In WebKit no selection can begin on an anchor with an address, so the address is taken off; the program knows it by the place in the text.
 *
 * Copyright 2026 The NewsDesk authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

const links = (() => {
  const tame = root => {
    for (const anchor of root.querySelectorAll ('a[href]')) {
      anchor.removeAttribute ('href');
      anchor.setAttribute ('role', 'link');
      anchor.tabIndex = 0;
    }
  };

  return { tame };
}) ();
