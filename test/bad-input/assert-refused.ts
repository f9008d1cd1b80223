import type { Test } from 'tap'
import type { RawAnswer } from './ask.ts'
import { problems } from './problem-titles.ts'
import type { Refused } from './wrong-request.ts'

/** Traces of our own code, and of what rows send. */
const leaks = /planted-7f3a9c|植入标记|node_modules|node:internal|\.ts:\d|\n\s+at |Error:/

/** Whether the answer is exactly this refusal: problem+json of RFC 9457, with nothing beside it and nothing echoed. */
export function assertRefused(t: Test, answer: RawAnswer, expected: Refused, instance: string): void {
  const [status, title, title_en] = expected.named ?? problems[expected.code]
  const { code, errors } = expected
  const answered = parsed(answer.text)
  const said = String((answered as { detail?: unknown } | null)?.detail)
  const detail = expected.detail instanceof RegExp && expected.detail.test(said) ? said : expected.detail
  const body = {
    ...{ type: `urn:wuhu:problem:${code}`, title, title_en, status, detail, code, instance },
    ...(errors && { errors })
  }
  t.equal(answer.status, status, 'status')
  t.same(answered, body, 'body')
  t.equal(answer.headers['content-type'], 'application/problem+json; charset=utf-8', 'content-type')
  if (status === 401) t.match(answer.headers['www-authenticate'], /^Bearer realm="wuhu"/, 'challenge')
  t.notMatch(answer.text.replace(JSON.stringify(instance), ''), leaks, 'nothing is echoed')
  t.notMatch(JSON.stringify(answer.headers), leaks, 'nothing is echoed in headers')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
