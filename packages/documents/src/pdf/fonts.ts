import { readFileSync } from 'node:fs'
import { create, type Font } from 'fontkit'
import type { Measure } from '../layout/lines.ts'

/** `song` stands for 仿宋 and 楷体, `title` for 小标宋, `hei` for 黑体. */
export type FontName = 'song' | 'title' | 'hei'

const files: Readonly<Record<FontName, string>> = {
  song: import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  title: import.meta.resolve('@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf'),
  hei: import.meta.resolve('@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf')
}

interface Loaded {
  readonly bytes: Buffer
  readonly font: Font
  readonly widths: Map<string, number>
}

const loaded = new Map<FontName, Loaded>()

/** A font of the bundle, read on first use and kept. */
function load(name: FontName): Loaded {
  const known = loaded.get(name)
  if (known) return known
  const bytes = readFileSync(new URL(files[name]))
  const fresh = { bytes, font: create(bytes) as Font, widths: new Map<string, number>() }
  loaded.set(name, fresh)
  return fresh
}

export const fontBytes = (name: FontName): Buffer => load(name).bytes

/** 〓 for each character that the font has no picture of, so that it is missed by whoever reads the page. */
export function printable(name: FontName, text: string): string {
  const { font } = load(name)
  return text.replace(/[^\x20-\x7e]/gu, (character) =>
    font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : '〓'
  )
}

/** Widths of characters at a size, `spacing` points apart. */
export function measureOf(name: FontName, size: number, spacing = 0): Measure {
  const { font, widths } = load(name)
  return (character) => {
    let em = widths.get(character)
    if (em === undefined) {
      em = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm
      widths.set(character, em)
    }
    return em * size + spacing
  }
}
