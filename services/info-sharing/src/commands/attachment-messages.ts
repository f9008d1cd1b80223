/** Titles of the problems of sealed attachments, by code. */
export const attachmentMessages = {
  zh: {
    'attachment.unknown': '没有这个附件',
    'attachment.exists': '附件已封存',
    'attachment.no-recipient': '须有其他单位能够开启',
    'attachment.recipient-twice': '同一单位列了两次',
    'attachment.recipient-known': '没有新增的收件单位',
    'attachment.recipient-dropped': '原能开启的单位不得遗漏',
    'attachment.recipient-not-in-case': '收件单位未参与该案',
    'attachment.not-sealed-to': '附件未封存给该单位',
    'attachment.own': '封存单位无须签收',
    'attachment.not-sealed': '内容未按登记加密，拒收',
    'attachment.size-differs': '大小与登记不符',
    'attachment.sha256-differs': 'SHA-256 与封存时不符',
    'sealing-key.exists': '该封存公钥已公布',
    'sealing-key.validity': '封存公钥生效时间有误',
    'sealing-key.none': '收件单位未公布封存公钥',
    'sealing-key.outdated': '收件单位已换用新的封存公钥',
    'objects.unavailable': '附件存储暂不可用',
    'request.range': '所请求的范围超出内容'
  },
  en: {
    'attachment.unknown': 'There is no such attachment',
    'attachment.exists': 'The attachment is sealed',
    'attachment.no-recipient': 'Another agency must be able to open it',
    'attachment.recipient-twice': 'An agency is named twice',
    'attachment.recipient-known': 'Nobody would be added',
    'attachment.recipient-dropped': 'Whoever could open it must be able to open it again',
    'attachment.recipient-not-in-case': 'A recipient takes no part in the case',
    'attachment.not-sealed-to': 'The attachment is not sealed to that agency',
    'attachment.own': 'The sender does not sign for it',
    'attachment.not-sealed': 'The content is not sealed as announced',
    'attachment.size-differs': 'The size is not the one announced',
    'attachment.sha256-differs': 'The SHA-256 is not that of what was sealed',
    'sealing-key.exists': 'The sealing key is published',
    'sealing-key.validity': 'The sealing key would not come into force in order',
    'sealing-key.none': 'A recipient has published no sealing key',
    'sealing-key.outdated': 'A recipient publishes another sealing key now',
    'objects.unavailable': 'The storage of attachments is away',
    'request.range': 'The range begins behind the end'
  }
} as const
