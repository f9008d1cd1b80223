import { agencies, type Mail, nameOf } from '../stack/mailboxes.ts'
import { cut, padded, right, styled } from './terminal.ts'
import { titleOfType } from './title-of-type.ts'
import type { WatchedStory } from './watched-story.ts'

/** What each agency found of one case in its mailbox. */
type CaseMail = ReadonlyMap<string, readonly Mail[]>

const shown = ['amr', 'psb', 'procuratorate', 'court', 'justice']
const short: Readonly<Record<string, string>> = {
  amr: '市监',
  psb: '公安',
  procuratorate: '检察',
  court: '法院',
  justice: '司法'
}

/** One line an event, one column an agency: ● a full copy, ◐ a copy with fields withheld, · nothing. */
export function whoReceived({ mail, logged }: Pick<WatchedStory, 'mail' | 'logged'>): string {
  const copies = new Map([...mail].map(([agency, mails]) => [agency, new Map(mails.map((one) => [one.event.id, one]))]))
  const others = agencies.filter((agency) => !shown.includes(agency))
  const header =
    padded('事件 event', 53) +
    shown.map((agency) => right(short[agency] ?? agency, 6)).join('') +
    right(`其余${others.length}`, 9)
  const rows = logged.map(({ event: { id, type } }) => {
    const cells = shown.map((agency) => `${' '.repeat(5)}${markOf(copies.get(agency)?.get(id))}`)
    const rest = others.filter((agency) => copies.get(agency)?.has(id)).length
    const name = padded(cut(titleOfType(type), 20), 21)
    const typed = styled('dim', padded(type.replace(/\.v\d+$/, ''), 32))
    return `${name}${typed}${cells.join('')}${right(rest === 0 ? '·' : String(rest), 9)}`
  })
  const legend = '● 全文 full copy   ◐ 隐去部分字段 fields withheld   · 未收到 not received'
  return `${[styled('bold', header), ...rows, styled('dim', legend), nothingFor(mail)].join('\n')}\n`
}

function markOf(copy: Mail | undefined): string {
  if (!copy) return styled('dim', '·')
  return copy.event.redacted === undefined ? styled('green', '●') : styled('yellow', '◐')
}

function nothingFor(mail: CaseMail): string {
  const names = agencies.filter((agency) => (mail.get(agency) ?? []).length === 0).map(nameOf)
  if (names.length === 0) return '每个成员单位都收到了至少一件 · every member received something'
  const some = names.length > 4 ? `${names.slice(0, 4).join('、')}等` : names.join('、')
  return `${names.length} 家没有收到任何一件（逐一查过信箱）：${some} · nothing in ${names.length} mailboxes`
}

/** An example of what a copy lacks, if there is one: the agency with the weakest ground sees the least. */
export function withheldExample(mail: CaseMail): string | undefined {
  for (const [agency, mails] of [...mail].reverse()) {
    const copy = mails.find(({ event }) => event.redacted !== undefined)
    if (!copy) continue
    const { type, redacted, data } = copy.event
    const left = cut(JSON.stringify(data), 220)
    return `例 example：${nameOf(agency)}收到的 ${titleOfType(type)} 隐去 ${styled('yellow', redacted ?? '')}\n  ${styled('dim', left)}\n`
  }
  return undefined
}
