import t from 'tap'
import { toPdf } from './pdf/pdf.ts'
import { createRenderer } from './renderer.ts'
import { samples } from './samples.fixture.ts'
import { fillTemplate } from './template/fill.ts'
import { templateOf } from './templates.ts'

const model = fillTemplate(templateOf('assistance-letter'), samples['assistance-letter'])

t.test('renders in a thread of its own, and leaves the service free', async (t) => {
  const renderer = createRenderer({ idle: 50 })
  t.teardown(() => renderer.close())
  const rendering = Promise.all([renderer.render(model, 'pdf'), renderer.render(model, 'docx')])
  let turns = 0
  let done = false
  const counting = (async () => {
    while (!done) {
      turns += 1
      await new Promise(setImmediate)
    }
  })()
  const [pdf, docx] = await rendering
  done = true
  await counting
  t.ok(turns > 50, `the event loop went round ${turns} times meanwhile`)
  t.ok(Buffer.from(pdf).equals(await toPdf(model)))
  t.equal(Buffer.from(docx).toString('latin1', 0, 2), 'PK')
  t.ok(await renderer.render(model, 'pdf'), 'again, whether or not the thread was given up')
})

t.test('too many are told so, and so is one that takes too long', async (t) => {
  const renderer = createRenderer({ waiting: 2 })
  t.teardown(() => renderer.close())
  const two = [renderer.render(model, 'pdf'), renderer.render(model, 'pdf')]
  await t.rejects(renderer.render(model, 'pdf'), { status: 503, code: 'documents.busy' })
  t.equal((await Promise.all(two)).length, 2)
  const hasty = createRenderer({ within: 1 })
  await t.rejects(hasty.render(model, 'pdf'), { status: 503, code: 'documents.busy' })
})

t.test('what cannot be rendered fails by itself', async (t) => {
  const renderer = createRenderer()
  t.teardown(() => renderer.close())
  await t.rejects(renderer.render({ ...model, dated: 'never' }, 'docx'), /was not rendered/)
  t.ok(await renderer.render(model, 'docx'), 'the thread goes on')
})
