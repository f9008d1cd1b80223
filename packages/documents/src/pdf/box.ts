import type { Pen } from './pen.ts'

/** A strip of the page: the smallest thing that is set. Lengths in points. */
export interface Box {
  readonly height: number
  draw(pen: Pen, y: number): void
  /** Stays on one page with what follows. */
  readonly keep?: boolean
  /** Parts of it, of which the first is at most `room` high; undefined when it cannot be cut there. */
  split?(room: number): readonly [Box, Box] | undefined
  /** Drawn at the head of every page on which what it belongs to goes on. */
  readonly repeated?: readonly Box[]
  /** Begins a page. */
  readonly onNewPage?: boolean
  /** Left out where a page begins. */
  readonly blank?: boolean
  /** Stands at the foot of its page. */
  readonly atFoot?: boolean
}

/** Nothing, of some height. */
export const space = (height: number, keep = false): Box => ({ height, draw: () => undefined, keep, blank: true })
