import { Type } from '@sinclair/typebox'
import { Text } from '../../formats.ts'
import { open } from '../../sensitivity.ts'

/** Kinds of official document 文种 that the office tells the conference by. */
export const bulletinKind = Type.Union([Type.Literal('bulletin'), Type.Literal('notice'), Type.Literal('brief')], {
  description: 'bulletin 通报、notice 通知、brief 工作简报'
})

export const bulletinText = Text(8000, '正文')
export const bulletinTitle = Text(200, '标题')
export const revision = open(Type.Integer({ minimum: 1, description: '第几稿' }))
