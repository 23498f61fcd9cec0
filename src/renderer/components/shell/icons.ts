// The icons of the window as paths on a grid of 16, drawn with a line of 1.5.

export const ICONS = {
  curve: 'M2.5 2v11.5H14M5 4c.6 4.4 3.2 6.2 8.5 6.5',
  chevronDown: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  chevronLeft: 'M9.5 4.5 6 8l3.5 3.5',
  chevronRight: 'M6.5 4.5 10 8l-3.5 3.5',
  plus: 'M8 3.5v9M3.5 8h9',
  minus: 'M3.5 8h9',
  close: 'm4.5 4.5 7 7m0-7-7 7',
  check: 'm3.5 8.5 3 3 6-7',
  trash: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.6 8.5h5.8l.6-8.5',
  copy: 'M6 6h7v7H6zM10 3.5V3H3v7h.5',
  language:
    'M2.5 4.5h7M6 3v1.5M8.5 4.5c-.5 2.5-2.5 4.5-5.5 6M4 6.5c1 2 2.5 3.3 4.2 4M8.5 13.5l2.75-6 2.75 6M9.5 11.5h3.5',
  theme: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  open: 'M2.5 12.5v-9h4l1.5 2h5.5v7z',
  table: 'M2.5 3h11v10h-11zM2.5 6.5h11M2.5 9.75h11M6.5 6.5V13',
  whitespace: 'M3 7v3.5h10V7',
  reset: 'M2.5 6V2.5H6M13.5 6V2.5H10M2.5 10v3.5H6M13.5 10v3.5H10',
  lines: 'M2.5 4h9M2.5 8h11M2.5 12h6',
  live: 'M8 7a1 1 0 1 0 0 2 1 1 0 0 0 0-2M4.8 4.8a4.5 4.5 0 0 0 0 6.4M11.2 4.8a4.5 4.5 0 0 1 0 6.4',
  warning: 'M8 2.5 14 13H2zM8 6.5v3M8 11v.5',
  layers: 'M8 2.5 2.5 5.5 8 8.5l5.5-3zM2.5 8 8 11l5.5-3M2.5 10.5l5.5 3 5.5-3',
  save: 'M8 2.5v7M5.5 7 8 9.5 10.5 7M3 10v3h10v-3',
  star: 'm8 2.5 1.7 3.6 3.8.5-2.8 2.7.7 3.9L8 11.3l-3.4 1.9.7-3.9L2.5 6.6l3.8-.5z',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.3 10.3l3.2 3.2',
  note: 'M3 3h10v7l-3 3H3zM13 10h-3v3M5.5 6h5M5.5 8.5h2.5',
  play: 'M5 3.5v9l7-4.5z',
  pencil: 'm3 13 .6-2.6L11 3l2 2-7.4 7.4zM9.5 4.5l2 2',
  drop: 'M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11',
} as const

export type IconName = keyof typeof ICONS
