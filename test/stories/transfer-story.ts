import { endCase } from './case-steps.ts'
import { ensureVerifying, receive } from './clue-steps.ts'
import { play } from './consult-steps.ts'
import { shareJudgment } from './notice-steps.ts'
import type { PublishedCase } from './published-case.ts'
import type { Story } from './story.ts'
import { legalBasis, officer, storyWriter } from './story-writer.ts'

const file = (id: string, digit: string) => ({ id, sha256: digit.repeat(64), size: 20_480 })

/**
 * How the same case would go if market regulation had been told first: from its filing with signs of a crime by transfer
 * 行刑衔接 to the police and to the prosecution. No published case of the set has a written transfer, so that every step of
 * this one is `staged`: its facts and its outcome are the source's, its way is the law's (国务院令第310号).
 */
export function transferStoryOf(published: PublishedCase, year: number): Story {
  const writer = storyWriter({ ...published, id: `${published.id}0` }, year)
  receive(writer, 'amr', '（假设）权利人先向市场监管部门举报', 'staged')
  ensureVerifying(writer)
  const number = (prefix: string) => writer.documentNumber(prefix)
  writer.step({
    agency: 'amr',
    what: '立案，写明涉嫌犯罪',
    command: 'clue.file',
    body: {
      agencyCaseNumber: number('乌中市监立'),
      legalBasis: legalBasis(published),
      crimeSigns: { grounds: [published.conduct_zh] },
      by: officer('amr', 'agency-head')
    },
    basis: 'staged',
    synthetic: ['agencyCaseNumber', 'by']
  })
  writer.state.clue = 'filed'
  const exhibits = [{ name: '涉案电子设备', quantity: '1台', measure: 'sealed' }]
  const report = { suspectedOffence: '侵犯商业秘密罪', summary: published.conduct_zh, opinion: 'transfer' }
  const documents = {
    ...{ transferLetter: file('demo-letter', 'a'), investigationReport: file('demo-report', 'b') },
    ...{ exhibitList: file('demo-exhibits', 'c'), appraisals: [file('demo-appraisal', 'd')] }
  }
  const letter = {
    ...{ to: 'psb', suspectedOffence: '侵犯商业秘密罪' },
    ...{ facts: published.conduct_zh, legalBasis: '国务院令第310号第三条', suspects: [{ person: '来源未具名' }] },
    ...{ documents, exhibits }
  }
  play(
    writer,
    [
      ['amr', 'handler', '组成两人专案组', 'transfer.form-team', { members: ['amr-demo-a', 'amr-demo-b'] }],
      ['amr', 'handler', '书面报告', 'transfer.report', report],
      ['amr', 'agency-head', '正职批准移送', 'transfer.approve', {}],
      ['amr', 'handler', '移送公安、抄送检察', 'transfer.send', letter],
      ['psb', 'liaison', '签收回执', 'transfer.receipt', {}],
      ['psb', 'handler', '受案', 'transfer.accept', { documentNumber: number('乌中公受') }],
      ['psb', 'agency-leader', '立案', 'transfer.file', { documentNumber: number('乌中公(经)立字') }],
      ['amr', 'handler', '移交涉案物品', 'transfer.hand-over-exhibits', { exhibits }],
      ['psb', 'agency-leader', '移送起诉', 'transfer.send-for-prosecution', {}],
      ['procuratorate', 'agency-leader', '提起公诉', 'transfer.prosecute', {}],
      ['procuratorate', 'handler', '移送办结', 'transfer.close', {}]
    ],
    'staged'
  )
  writer.state.clue = 'transferred'
  const judged = published.timeline.find(({ actor_agency, action_zh }) => {
    return /法院/.test(actor_agency ?? '') && /一审/.test(action_zh)
  })
  if (judged) {
    writer.note(judged)
    shareJudgment(writer, judged)
  }
  endCase(writer)
  const { lines, ...story } = writer.finish()
  return {
    ...story,
    id: `${published.id}-staged`,
    title: `${published.title_zh}（依法构造：行刑衔接）`,
    lines: lines.map((line) => (line.kind === 'step' ? { ...line, basis: 'staged' } : line))
  }
}
