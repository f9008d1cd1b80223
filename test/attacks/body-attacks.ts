import { type HttpAttack, mark } from './http-attack.ts'

const bomb = (more: string) => `{"channel":"report","allegedAct":"inducement","title":"甲"${more}}`

/** Bodies that cost more than they weigh, or mean two things. What is malformed or simply wrong is in test/bad-input. */
export function bodyAttacks(): HttpAttack[] {
  const many = (count: number, each: (index: number) => string) =>
    Array.from({ length: count }, (_, at) => each(at)).join()
  const invalid = { status: 400, code: 'request.invalid' }
  const twice = { status: 400, code: 'request.duplicate-name' }
  const tooDeep = { status: 400, code: 'request.too-deep' }
  const prototype = { status: 400, code: 'request.prototype' }
  const rows: Omit<HttpAttack, 'send'>[] = [
    { what: '12,000 fields', body: bomb(`,${many(12_000, (at) => `"field${at}":1`)}`), ...invalid },
    { what: 'fields whose names collide', body: bomb(`,${many(9_000, (at) => `"${at}":1`)}`), ...invalid },
    { what: '80,000 items', body: bomb(`,"secretPoints":[${many(80_000, () => '{}')}]`), ...invalid },
    { what: '120,000 numbers', body: bomb(`,"secretPoints":[${many(120_000, () => '1')}]`), ...invalid },
    { what: 'a text of 250,000 characters', body: bomb(`,"description":"${'述'.repeat(80_000)}"`), ...invalid },
    { what: 'a name of 250,000 characters', body: bomb(`,"${'n'.repeat(250_000)}":1`), ...invalid },
    { what: 'a number of 200,000 digits', body: bomb(`,"register":${'9'.repeat(200_000)}`), ...invalid },
    { what: 'numbers beyond all doubles', body: bomb(`,"register":1e999,"x":-1e999,"y":1e-9999`), ...invalid },
    { what: 'depth 33 in lists', body: bomb(`,"x":${'['.repeat(32)}${']'.repeat(32)}`), ...tooDeep },
    { what: 'depth 10,000, never closed', body: `{"title":${'{"a":'.repeat(10_000)}`, ...tooDeep },
    {
      what: 'brackets in texts are no depth',
      body: bomb(`,"x":"${'['.repeat(100)}\\"${'{'.repeat(100)}"`),
      ...invalid
    },
    { what: 'a field twice', body: bomb(`,"title":"${mark}"`), ...twice },
    { what: 'a field twice, once escaped', body: bomb(`,"t\\u0069tle":"${mark}"`), ...twice },
    { what: 'a field twice, deep inside', body: bomb(`,"subject":{"company":"甲","company":"${mark}"}`), ...twice },
    { what: '__proto__ in a list', body: bomb(`,"secretPoints":[{"__proto__":{"number":"${mark}"}}]`), ...prototype },
    { what: '__proto__ twice', body: `{"__proto__":1,"__proto__":{"title":"${mark}"}}`, ...prototype },
    {
      what: 'constructor.prototype inside',
      body: bomb(`,"subject":{"constructor":{"prototype":{"x":1}}}`),
      ...prototype
    },
    { what: 'names of Object', body: bomb(`,"toString":1,"valueOf":1,"hasOwnProperty":1,"constructor":1`), ...invalid },
    { what: '300 KB', body: bomb(`,"description":"${'x'.repeat(300_000)}"`), status: 413, code: 'request.too-large' }
  ]
  const queries = [
    '__proto__[x]=1',
    'constructor[prototype][x]=1',
    'constructor.prototype.x=1',
    'toString=1',
    'limit[]=1'
  ]
  return [
    ...rows.map((row) => ({ send: 'POST /v1/clues', log: { agency: 'science', decision: 'access.allowed' }, ...row })),
    ...queries.map((query) => ({ what: `a query of ${query}`, send: `GET /v1/clues?${query}`, ...invalid }))
  ]
}
