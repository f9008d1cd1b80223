import type { ServiceName, StackOptions } from './stack-options.ts'

const titles: Readonly<Record<ServiceName, readonly [string, string]>> = {
  'info-sharing': ['信息互通·线索互享', 'information, clues, directory'],
  'joint-investigation': ['疑难互商·协查互助', 'consultation, assistance, transfer'],
  notifications: ['通知与签收', 'mailboxes, receipts'],
  audit: ['审计回放·工作互促', 'log, replay, supervision, figures'],
  console: ['工作台登录', 'officers sign in']
}

/** Columns that a terminal uses for the text: Chinese characters and full-width marks take two. */
export function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(character) ? 2 : 1),
    0
  )
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** What the user reads when the stack is up: where everything is, how to get a token, what to try next. */
export function stackTable(options: {
  readonly stack: StackOptions
  readonly urls: Readonly<Record<ServiceName, string>>
  readonly natsUrl: string
  readonly database: string
  readonly seconds: number
}): string {
  const { urls, stack } = options
  const rows = Object.entries(urls).map(([name, url]) => {
    const [zh, en] = titles[name as ServiceName]
    return `  ${pad(zh, 20)}${pad(name, 21)}${pad(url, 24)}${url}/docs   ${en}`
  })
  const info = urls['info-sharing']
  const trusting = stack.tls ? `--cacert ${stack.dataDir}/tls/ca.crt ` : ''
  const data = stack.dataDir === '.data' ? '' : ` --data ${stack.dataDir}`
  return [
    '',
    `就绪，用时 ${options.seconds.toFixed(1)} 秒 · Ready in ${options.seconds.toFixed(1)} s`,
    '',
    `  ${pad('服务 service', 41)}${pad('地址 URL', 24)}接口文档 docs`,
    ...rows,
    `  ${pad(stack.natsUrl ? 'NATS' : 'NATS（仅本机 loopback only）', 41)}${options.natsUrl}`,
    `  ${pad('Postgres', 41)}${options.database}`,
    '',
    `  取得令牌 get a token     npx wuhu token --agency amr${data}`,
    `  查看成员 list members    curl ${trusting}-H "Authorization: Bearer $(npx wuhu token --agency amr${data})" ${info}/v1/agencies`,
    `  演示案例 play the cases  npm run demo`,
    `  跟随信箱 follow mailbox  npx wuhu tail --agency psb${data}`,
    `  审计回放 replay          npx wuhu replay --case <案源编号 number>${data}    npx wuhu gaps${data}`,
    '',
    `  数据 data: ${stack.dataDir}   日志 logs: ${stack.dataDir}/logs   停止 stop: Ctrl-C   重来 begin anew: npm start -- --fresh`,
    ''
  ].join('\n')
}
