import type { Title } from '@wuhu/contracts'

/** A figure of criminal law, for orientation. */
export interface TransferThreshold {
  readonly id: string
  readonly title: Title
  /** Whole yuan; undefined where it is no figure. */
  readonly amountYuan?: number
  readonly source: string
  /** How sure the figure is: articles are to be read again in the promulgated text. */
  readonly confidence: 'to verify'
}

const source = '刑法第二百一十九条；法释〔2025〕5号第十七条'
const threshold = (id: string, zh: string, en: string, amountYuan?: number): TransferThreshold => ({
  ...{ id, title: { zh, en }, source, confidence: 'to verify' },
  ...(amountYuan !== undefined && { amountYuan })
})

/**
 * When infringing a trade secret is a crime 入罪标准, as information: an intellectual property case is transferred on
 * reasonable suspicion 合理嫌疑 when it takes the police to establish the figures (国令310 art 3(2)), so nothing here is
 * ever compared with a case.
 */
export const transferThresholds: readonly TransferThreshold[] = [
  threshold('loss', '给权利人造成损失30万元以上', "The owner's loss", 300_000),
  threshold('gain', '违法所得30万元以上', 'Unlawful gain', 300_000),
  threshold(
    'repeated',
    '二年内受过二次以上行政处罚又实施，损失或者违法所得10万元以上',
    'Again within two years',
    100_000
  ),
  threshold('bankruptcy', '致使权利人破产、倒闭', "The owner's bankruptcy"),
  threshold('especially-serious', '情节特别严重：300万元以上', 'Especially serious', 3_000_000)
]
