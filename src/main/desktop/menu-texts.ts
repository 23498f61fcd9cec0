// The words of the native menu. Those of the standard items are here too, since not every system translates them.
import type { Language } from '#core/contract/errors.ts'

export const MENU_TEXTS = {
  file: { en: '&File', zh: '文件(&F)' },
  openText: { en: '&Open Text…', zh: '打开文本…(&O)' },
  close: { en: '&Close', zh: '关闭(&C)' },
  quit: { en: '&Quit', zh: '退出(&Q)' },
  edit: { en: '&Edit', zh: '编辑(&E)' },
  undo: { en: '&Undo', zh: '撤销(&U)' },
  redo: { en: '&Redo', zh: '重做(&R)' },
  cut: { en: 'Cu&t', zh: '剪切(&T)' },
  copy: { en: '&Copy', zh: '复制(&C)' },
  paste: { en: '&Paste', zh: '粘贴(&P)' },
  selectAll: { en: 'Select &All', zh: '全选(&A)' },
  view: { en: '&View', zh: '视图(&V)' },
  zoomIn: { en: 'Zoom &In', zh: '放大(&I)' },
  zoomOut: { en: 'Zoom &Out', zh: '缩小(&O)' },
  resetZoom: { en: '&Actual Size', zh: '实际大小(&A)' },
  fullScreen: { en: '&Full Screen', zh: '全屏(&F)' },
  reload: { en: '&Reload', zh: '重新加载(&R)' },
  developerTools: { en: '&Developer Tools', zh: '开发者工具(&D)' },
  window: { en: '&Window', zh: '窗口(&W)' },
  minimise: { en: '&Minimize', zh: '最小化(&M)' },
  help: { en: '&Help', zh: '帮助(&H)' },
  services: { en: 'Services', zh: '服务' },
  hide: { en: 'Hide Charscope', zh: '隐藏 Charscope' },
  hideOthers: { en: 'Hide Others', zh: '隐藏其他' },
  showAll: { en: 'Show All', zh: '全部显示' },
  about: { en: '&About Charscope', zh: '关于 Charscope(&A)' },
} satisfies Record<string, Record<Language, string>>

export type MenuText = keyof typeof MENU_TEXTS
