import { svg } from 'lit';

const icon = (path: string) => svg`
  <svg viewBox="0 0 24 24" width="1.25em" height="1.25em" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d=${path}></path></svg>`;

/** Drawn signs; each stands beside words or has them as its label. */
export const icons = {
  /** Two places and the way between them. */
  way: icon(
    'M6 20.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM8 18.5h7a3.5 3.5 0 0 0 0-7H9a3.5 3.5 0 0 1 0-7h6M15 2l3 2.5L15 7',
  ),
  close: icon('M6 6l12 12M18 6 6 18'),
  larger: icon('M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7'),
  smaller: icon('M20 10h-6V4M14 10l7-7M4 14h6v6M10 14l-7 7'),
  leave: icon('M10 4H5v16h5M14 8l4 4-4 4M18 12H9'),
  send: icon('M5 12h13M13 6l6 6-6 6'),
  phone: icon(
    'M6.5 3.5h3l1.5 4-2 1.5a11 11 0 0 0 5 5l1.5-2 4 1.5v3a2 2 0 0 1-2.2 2A16 16 0 0 1 4.5 5.7a2 2 0 0 1 2-2.2Z',
  ),
  print: icon('M7 8V3h10v5M7 17H4v-7h16v7h-3M7 14h10v7H7z'),
  copy: icon('M9 9h11v11H9zM5 15H4V4h11v1'),
  person: icon('M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0'),
  globe: icon('M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c3 3 3 15 0 18M12 3c-3 3-3 15 0 18'),
  warn: icon('M12 4 2.5 20h19zM12 10v4M12 17v.2'),
};
