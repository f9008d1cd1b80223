import { PassThrough } from 'node:stream'
import t from 'tap'
import { write } from './shell.ts'

t.test('writing waits for a slow reader, and no longer when it is gone', async (t) => {
  const output = new PassThrough({ highWaterMark: 10 })
  let waits = true
  const writing = write(output, 'x'.repeat(1000)).then(() => {
    waits = false
  })
  await new Promise(setImmediate)
  t.equal(waits, true)
  output.resume()
  await writing
  const gone = new PassThrough({ highWaterMark: 10 })
  const last = write(gone, 'x'.repeat(1000))
  gone.destroy()
  await last
  await t.rejects(write(gone, 'x'), { message: /closed/ })
  const full = new PassThrough()
  full.on('error', () => {}).destroy(new Error('no space left'))
  await t.rejects(write(full, 'x'), { message: /no space left/ })
})
