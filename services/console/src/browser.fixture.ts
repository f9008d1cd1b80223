import type { App } from '@wuhu/host'

/** A page as a browser got it. */
export interface Page {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly body: string
  /** As JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads answers of every shape
  json(): any
}

export type Browser = ReturnType<typeof testBrowser>

/** A browser without scripts: keeps cookies, fills in the tag of the last page's form, says where a form comes from. */
export function testBrowser(app: App, origin: string, address = '203.0.113.7') {
  const cookies = new Map<string, string>()
  let tag = ''

  const ask = async (
    method: 'GET' | 'POST',
    url: string,
    payload?: string | object,
    more: Record<string, string> = {}
  ) => {
    const reply = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        ...(cookies.size > 0 && { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }),
        ...(method === 'POST' && { origin, 'sec-fetch-site': 'same-origin' }),
        ...(typeof payload === 'string' && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...more
      },
      ...(payload !== undefined && { payload })
    })
    for (const line of [reply.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const { statusCode: status, headers, body } = reply
    tag = /name="tag" value="([^"]+)"/.exec(body)?.[1] ?? tag
    return { status, headers, body, json: () => JSON.parse(body) } satisfies Page
  }

  return {
    cookies,
    tag: () => tag,
    get: (url: string, headers?: Record<string, string>) => ask('GET', url, undefined, headers),
    /** Sends a form with the tag of the page before. */
    post: (url: string, fields: Record<string, string> = {}, headers?: Record<string, string>) =>
      ask('POST', url, new URLSearchParams({ tag, ...fields }).toString(), headers),
    /** Asks as a script of the console's own page does. */
    script: async (url: string, payload: object = {}, headers?: Record<string, string>) => {
      const { formTag } = (await ask('GET', '/v1/session')).json()
      return ask('POST', url, payload, { 'x-form-tag': formTag, ...headers })
    }
  }
}
