import { parentPort } from 'node:worker_threads'
import { toDocx } from './docx/docx.ts'
import type { DocumentModel } from './model.ts'
import { toPdf } from './pdf/pdf.ts'

interface Asked {
  readonly id: number
  readonly model: DocumentModel
  readonly format: 'docx' | 'pdf'
}

parentPort?.on('message', async ({ id, model, format }: Asked) => {
  try {
    const bytes = format === 'pdf' ? await toPdf(model) : await toDocx(model)
    parentPort?.postMessage({ id, bytes: new Uint8Array(bytes) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
