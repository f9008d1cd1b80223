import type { Messages } from '@wuhu/host'

/** Titles of the problems with documents, for every service that has some. */
export const documentMessages = {
  zh: {
    'document.none': '现在没有这份文书',
    'document.no-word': '本单位没有该类文书的发文字，请填写文号',
    'document.number-taken': '该文号已使用',
    'document.number-skips': '文号不连续',
    'document.word-of-another': '该发文字属于其他单位或者其他文书',
    'documents.busy': '文书生成繁忙，请稍后再试'
  },
  en: {
    'document.none': 'There is no such document now',
    'document.no-word': 'The agency has no word for such documents: give the number',
    'document.number-taken': 'The document number is taken',
    'document.number-skips': 'The document number leaves a gap',
    'document.word-of-another': 'The word of the document number is that of other documents',
    'documents.busy': 'Too many documents at once: try again'
  }
} satisfies Messages
