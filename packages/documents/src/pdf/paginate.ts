import { page } from '../layout/page.ts'
import type { Box } from './box.ts'
import type { Pen } from './pen.ts'

export interface Pages {
  readonly pen: Pen
  next(): void
}

const bottom = page.top + page.textHeight
// Rounding must not push the last of 22 lines off its page.
const slack = 0.5

/** Sets boxes from the top of the present page on, and on as many more as they need. */
export function setPages(boxes: readonly Box[], { pen, next }: Pages): void {
  const waiting = [...boxes]
  let y: number = page.top
  /** Nothing stands on the page but what is repeated on each. */
  let fresh = true
  let turned = false
  const set = (box: Box) => {
    box.draw(pen, y)
    y += box.height
    fresh = false
  }
  const turn = (repeated: readonly Box[] = []) => {
    next()
    y = page.top
    for (const box of repeated) set(box)
    fresh = true
    turned = true
  }
  for (let box = waiting.shift(); box; box = waiting.shift()) {
    if (box.onNewPage && !fresh) turn()
    // The first page begins with room for the head.
    if (box.blank && fresh && turned) continue
    const room = bottom - y + slack
    if (box.atFoot) {
      if (box.height > room) turn()
      box.draw(pen, bottom - box.height)
      y = bottom
      fresh = false
    } else if (chainFrom(box, waiting) <= room) {
      set(box)
    } else {
      const parts = box.height > room ? box.split?.(room) : undefined
      if (parts) {
        set(parts[0])
        turn(parts[1].repeated)
        waiting.unshift(parts[1])
      } else if (fresh) {
        set(box)
      } else {
        turn(box.repeated)
        waiting.unshift(box)
      }
    }
  }
}

/** The height of a box and of all that must stay with it. */
function chainFrom(box: Box, waiting: readonly Box[]): number {
  let height = box.height
  let last = box
  for (const next of waiting) {
    if (!last.keep) break
    height += next.height
    last = next
  }
  return height
}
