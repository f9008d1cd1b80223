import type { DocumentModel } from '../model.ts'

/**
 * Content-Disposition with the Chinese name of the file (RFC 5987) and a plain one for old readers:
 * 协助调查函-乌中市监协〔2026〕1号.pdf.
 */
export function fileName(
  { kind, name, number }: Pick<DocumentModel, 'kind' | 'name' | 'number'>,
  format: string
): string {
  const words = number === undefined ? name : `${name}-${number}`
  // Characters that file systems refuse; attr-char of RFC 5987 leaves out some that encodeURIComponent keeps.
  const encoded = encodeURIComponent(`${words.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')}.${format}`).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  )
  return `attachment; filename="${kind}.${format}"; filename*=UTF-8''${encoded}`
}
