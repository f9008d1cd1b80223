import type { SuggestionEvent } from '@wuhu/contracts'
import { standing } from './acting.fixture.ts'
import type { SuggestionCommand } from './suggestion.ts'

export const words = { documentNumber: '乌中检建〔2026〕2号', title: '加强案件移送', text: '建议完善移送制度' }
export const reply = { text: '已完善移送制度' }

export const events = {
  received: {
    type: 'suggestion.received.v1',
    data: { kind: 'procuratorial', issuer: 'procuratorate', addressee: 'psb', ...words }
  },
  answered: { type: 'suggestion.answered.v1', data: { addressee: 'psb', ...reply } }
} as const satisfies Record<string, SuggestionEvent>

/** One good command of each kind. */
export const commands = {
  send: {
    ...{ do: 'send', agency: 'procuratorate', issues: 'procuratorial', addressee: standing('psb') },
    suggestion: words
  },
  answer: { do: 'answer', agency: 'psb', answer: reply }
} satisfies Record<string, SuggestionCommand>
