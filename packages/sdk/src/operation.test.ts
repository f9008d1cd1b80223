import t from 'tap'
import { preparedCommand, preparedQuery } from './operation.ts'

await t.test('params go into the path, the rest stays', async (t) => {
  const { service, path, params, rest } = preparedCommand('clue.accept', {
    id: 'a/b c',
    by: { person: 'p-1' },
    note: undefined
  })
  t.same([service, path], ['info-sharing', '/v1/clues/a%2Fb%20c/accept'])
  t.same([params, rest], [{ id: 'a/b c' }, { by: { person: 'p-1' } }])
  t.equal(preparedCommand('mailbox.receipt', { sequence: 7 }).path, '/v1/mailbox/7/receipt')
  t.same(preparedQuery('clue.list', { limit: 5 }).rest, { limit: 5 })
})

await t.test('refuses what there is not, before anything is sent', async (t) => {
  t.throws(() => preparedCommand('clue.steal', {}), /no command clue.steal/)
  t.throws(() => preparedCommand('constructor', {}), /no command constructor/)
  t.throws(() => preparedCommand('clue.accept', {}), /clue.accept needs id/)
  t.throws(() => preparedCommand('clue.accept', { id: '' }), /clue.accept needs id/)
  t.throws(() => preparedQuery('clue.accept', { id: 'x' }), /no query clue.accept/)
})
