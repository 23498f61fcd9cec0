// Between characters and places on the screen, in a text whose pieces are elements with `data-start`, the position of
// their first character. Measures what the browser laid out; draws nothing.

interface Caret {
  node: Node
  offset: number
}

interface CaretDocument {
  caretPositionFromPoint?(x: number, y: number): { offsetNode: Node; offset: number } | null
  caretRangeFromPoint?(x: number, y: number): Range | null
}

function caretAt(x: number, y: number): Caret | null {
  const page = document as unknown as CaretDocument
  const position = page.caretPositionFromPoint?.(x, y)
  if (position) return { node: position.offsetNode, offset: position.offset }
  const range = page.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}

function lengthBefore(text: string, offset: number): number {
  return Array.from(text.slice(0, offset)).length
}

function rectangleOf(node: Node, offset: number, length: number): DOMRect | undefined {
  const range = document.createRange()
  range.setStart(node, offset)
  range.setEnd(node, offset + length)
  return range.getClientRects()[0]
}

/** The position of the character under the pointer; null where there is none. */
export function positionAt(box: HTMLElement, { clientX, clientY }: MouseEvent): number | null {
  const caret = caretAt(clientX, clientY)
  const piece = caret?.node.parentElement?.closest<HTMLElement>('[data-start]')
  if (!caret || !piece || !box.contains(piece) || caret.node.nodeType !== Node.TEXT_NODE) return null
  const text = caret.node.textContent ?? ''
  // A caret lies between two characters: it is the one before when the pointer is at its left.
  const own = caret.offset < text.length ? rectangleOf(caret.node, caret.offset, 1) : undefined
  const isBefore = caret.offset > 0 && (!own || clientX < own.left || clientY < own.top)
  const offset = caret.offset - (isBefore ? 1 : 0)
  return Number(piece.dataset.start) + lengthBefore(text, offset)
}

/** Where a character lies, relative to the box's content; null when it is not drawn. */
export function placeOfCharacter(
  box: HTMLElement,
  position: number,
): { left: number; top: number; width: number; height: number } | null {
  const pieces = [...box.querySelectorAll<HTMLElement>('[data-start]')]
  const piece = pieces.findLast(({ dataset }) => Number(dataset.start) <= position)
  const node = [...(piece?.childNodes ?? [])].find(({ nodeType }) => nodeType === Node.TEXT_NODE)
  if (!piece || !node) return null
  const characters = Array.from(node.textContent ?? '')
  const count = position - Number(piece.dataset.start)
  const offset = characters.slice(0, count).join('').length
  const character = characters[count]
  // A line's break has no place of its own: it is shown at the line's end.
  const rectangle = character
    ? rectangleOf(node, offset, character.length)
    : offset > 0
      ? rectangleOf(node, offset - 1, 1)
      : piece.getBoundingClientRect()
  if (!rectangle) return null
  const outer = box.getBoundingClientRect()
  const left = (character || offset === 0 ? rectangle.left : rectangle.right) - outer.left + box.scrollLeft
  const top = rectangle.top - outer.top + box.scrollTop
  return { left, top, width: character ? rectangle.width : 5, height: rectangle.height }
}
