/**
 * The types exchanged between the client and its views. This file has no code; the type checker reads
 * it. All values are snapshots: they are replaced, never modified, so `===` detects a change.
 *
 * A view creates one `DmClient`, listens to its `change` events and reads its properties. It never
 * calls the server itself.
 *
 * @module
 */

/**
 * @typedef {object} User
 * @property {string} id
 * @property {string} username
 * @property {string} full_name
 * @property {string | null} avatar_url  a path of this server, or an address elsewhere (which shows
 *   only when the server's settings allow its origin)
 */

/** @typedef {User & {canMessage: boolean | null, reason: string | null}} FoundUser
 *   `canMessage` is null until it has been asked; `reason` holds the server's `reason_code`. */

/** @typedef {{id: string, username: string, full_name: string, blocked_at: string}} BlockedUser */

/** @typedef {{online: boolean, lastSeen: string | null}} Presence
 *   `lastSeen` in RFC 3339; null when never, or not shown. */

/**
 * @typedef {object} Session
 * @property {'unknown' | 'out' | 'in' | 'expired'} state  `unknown` until `open()` has looked;
 *   `expired`: what is kept is still shown, but someone has to sign in again (the same person: their
 *   drafts and unsent messages stay)
 * @property {User | null} user
 * @property {boolean} disabled  `expired` because the operator disabled the account
 * @property {Failure | null} problem  the host application gives no token at the moment; it is asked again
 * @property {'builtin' | 'host'} tokens  `host`: a page around this one brings the tokens, so there is
 *   nothing to sign in or out of
 */

/**
 * @typedef {object} Connection
 * @property {'online' | 'connecting' | 'reconnecting' | 'offline'} state  `offline`: the browser says
 *   there is no network, or the server closed for good (`reason`)
 * @property {number} since  milliseconds as of `Date.now()`, when this state began
 * @property {'socket' | 'poll'} transport
 * @property {number | null} retryAt  when the next try is due, for a countdown
 * @property {'replaced' | 'deleted' | null} reason  `replaced`: too many other windows; `reconnect()`
 *   takes the place back
 */

/**
 * @typedef {object} Failure
 * @property {string} code  as in docs/errors.md, or `network`, `cancelled`, `file_gone`
 * @property {string} message  a sentence for people, in the server's words where it had any
 * @property {number | null} retryAfter  seconds
 * @property {string | null} requestId  to quote to whoever runs the server
 * @property {number} status  of HTTP; 0 where there was no answer
 * @property {Record<string, unknown>} details
 */

/**
 * @typedef {object} Attachment
 * @property {string} id
 * @property {'image' | 'file'} type
 * @property {string} url
 * @property {string} [signed_url]
 * @property {string} [thumbnail_url]
 * @property {string} [signed_thumbnail_url]
 * @property {string} filename
 * @property {string} [original_filename]
 * @property {number} size  bytes
 * @property {string} mime_type
 * @property {number} [width]  pixels, of images
 * @property {number} [height]
 */

/**
 * A file of an unsent message.
 *
 * @typedef {object} UploadState
 * @property {string} id  for `uploads.cancel(id)` and `uploads.retry(id)`
 * @property {string} name
 * @property {number} size  bytes
 * @property {string} type  media type as the browser has it; may be empty
 * @property {Blob} blob  for a preview: `URL.createObjectURL`
 * @property {number} progress  0 to 1
 * @property {'waiting' | 'running' | 'done' | 'failed'} state
 * @property {Failure | null} error
 */

/**
 * @typedef {'waiting' | 'sending' | 'failed' | 'sent' | 'delivered' | 'read'} MessageStatus
 *   of one's own: the first three are not at the server yet; for incoming ones `read` or `delivered`
 */

/**
 * @typedef {object} Message
 * @property {string} key  stays the same when the server's copy takes the place of the unsent one;
 *   for drawing lists
 * @property {string | null} id  null until it is at the server
 * @property {number | null} seq  null until it is at the server; unsent ones stand last
 * @property {boolean} own
 * @property {string | null} author  the sender's name, for groups; null for own messages
 * @property {'text' | 'image' | 'file' | 'system'} type  `system`: the server's sentence about a group
 * @property {string | null} content
 * @property {Attachment[]} attachments
 * @property {string} createdAt  RFC 3339
 * @property {MessageStatus} status
 * @property {string | null} readAt
 * @property {boolean} deleted  a tombstone: no content, no attachments
 * @property {boolean} late  still waiting after ten seconds, or without a network: its writer should
 *   know, though it goes by itself as soon as it can; `retry` tries now, `discard` takes it back
 * @property {Failure | null} error  why it failed
 * @property {UploadState[]} uploads
 */

/**
 * A conversation in the inbox.
 *
 * @typedef {object} Conversation
 * @property {string} id
 * @property {User} other  of a group: its name and picture, with the conversation's id
 * @property {boolean} isGroup
 * @property {Message | null} lastMessage  the newest one, be it an unsent one; for messages that are
 *   not loaded it has no attachments
 * @property {number} unread
 * @property {boolean} blocked  this person blocked the other
 * @property {boolean} typing
 * @property {Presence} presence
 * @property {string} draft
 * @property {string} updatedAt
 */

/**
 * @typedef {object} Inbox
 * @property {Conversation[]} items  latest first
 * @property {number} totalUnread  messages
 * @property {number} unreadConversations
 * @property {boolean} hasMore  always false once `loading` is: all conversations are kept
 * @property {boolean} loading  nothing is known yet: time for a skeleton
 * @property {() => Promise<void>} loadMore
 * @property {(recipientId: string) => Promise<string>} open  the conversation's id; rejects with a
 *   Failure (`blocked`, `messaging_not_allowed`: `details.reason_code`)
 * @property {(id: string) => Removal} remove  gone from the list at once
 */

/**
 * A removal that can still be undone.
 *
 * @typedef {object} Removal
 * @property {() => void} undo  as long as `done` is pending
 * @property {() => void} now  without waiting longer
 * @property {Promise<boolean>} done  after 5 seconds: true when it was removed, false when undone;
 *   rejects with a Failure, and what was removed is back
 */

/**
 * One conversation. The object stays; its properties are read anew after a `change` of part
 * `conversation` with its id.
 *
 * @typedef {object} ConversationStore
 * @property {string} id
 * @property {'unknown' | 'known' | 'gone' | 'denied'} state  `denied`: it belongs to others, or one is
 *   blocked; `gone`: it does not exist
 * @property {User | null} other  null while unknown; of a group: its name and picture
 * @property {boolean} isGroup
 * @property {Presence} presence
 * @property {boolean} blocked  this person blocked the other
 * @property {boolean} canWrite
 * @property {string | null} reason  why not: the server's `reason_code`, or its error code where there is none
 * @property {number} unread
 * @property {number | null} firstUnreadSeq  for the divider
 * @property {Message[]} messages  oldest first, unsent ones last
 * @property {boolean} hasOlder
 * @property {boolean} loading  of any kind
 * @property {Failure | null} loadError  why the last load failed
 * @property {boolean} typing  the other is
 * @property {string} draft  assign to change it: kept at once for this tab, and soon for the next
 *   start
 * @property {() => Promise<void>} loadLatest  call when it is shown; cheap when nothing is missing
 * @property {() => Promise<void>} loadOlder
 * @property {(upToSeq: number) => void} read  call only while it is visible and focused
 * @property {(message: {content?: string, files?: Blob[] | File[]}) => Message[]} send  shown at once.
 *   A text and files become one message when the files fit into one, and the text its caption; images
 *   and other files are not mixed into an `image` message. Empty: nothing was worth sending
 * @property {(key: string) => void} retry  what failed
 * @property {(key: string) => void} discard  what is not at the server
 * @property {(key: string, forEveryone: boolean) => Removal} remove
 * @property {() => void} typingNow  call on every keystroke; sent every 3 seconds at most
 * @property {() => void} typingStopped
 */

/**
 * @typedef {object} Settings
 * @property {'everyone' | 'followers' | 'none'} who_can_message
 * @property {boolean} read_receipts
 * @property {boolean} show_online
 */

/**
 * @typedef {object} People
 * @property {(query: string) => Promise<FoundUser[]>} search  a newer search rejects the older with
 *   code `cancelled`
 * @property {(id: string) => Promise<FoundUser & Presence>} user
 * @property {(id: string) => Promise<{canMessage: boolean, reason: string | null}>} canMessage
 * @property {(id: string) => Promise<void>} block
 * @property {(id: string) => Promise<void>} unblock
 * @property {() => Promise<BlockedUser[]>} blocked
 * @property {(id: string) => boolean} isBlocked  by this person, as far as is known here
 * @property {(id: string) => Presence} presence
 * @property {(ids: string[]) => void} watch  whose presence is worth telling: who is on the screen;
 *   never called: everybody's
 * @property {(id: string) => Promise<void>} follow
 * @property {(id: string) => Promise<void>} unfollow
 */

/**
 * @typedef {object} SettingsStore
 * @property {Settings | null} values
 * @property {(change: Partial<Settings>) => Promise<void>} update  shown at once, taken back when the
 *   server refuses
 * @property {(fullName: string) => Promise<void>} rename
 * @property {(avatarUrl: string | null) => Promise<void>} setAvatarUrl
 * @property {(current: string, next: string) => Promise<void>} changePassword
 * @property {(file: Blob) => Promise<void>} setAvatar  uploads a picture where the server can; else
 *   rejects with code `not_found`
 */

/**
 * @typedef {object} Uploads
 * @property {UploadState[]} all  of all conversations, those that are not done
 * @property {boolean} busy  leaving the page now would interrupt one (it starts again at the next
 *   visit)
 * @property {(id: string) => void} cancel  takes the file out of its message; the message goes without
 *   it, or not at all when nothing is left
 * @property {(id: string) => void} retry
 */

/**
 * @typedef {object} Files
 * @property {(attachment: Attachment, thumbnail?: boolean) => string | null} urlNow  good for an
 *   `<img>` right now without a token, or null when its signature is too old
 * @property {(attachment: Attachment, thumbnail?: boolean) => Promise<string>} url  always good; may be
 *   a `blob:` one
 */

/**
 * The detail of a `change` event. Changes of one part in one task are one event.
 *
 * @typedef {object} ChangeDetail
 * @property {'session' | 'connection' | 'inbox' | 'conversation' | 'presence' | 'typing' | 'settings' | 'uploads' | 'storage' | 'update'} part
 *   `storage`: what this browser keeps was cleared or cannot be used (`client.storage`);
 *   `update`: a newer version of this client is served
 * @property {string} [id]  of the conversation (`conversation`, `typing`), of the person (`presence`)
 */

/**
 * A newly arrived message of another person, for notifications: the detail of `message` events in the
 * leading tab.
 *
 * @typedef {object} Arrival
 * @property {Conversation} conversation
 * @property {Message} message
 */

/**
 * @typedef {object} DmClientOptions
 * @property {string} [base]  origin of the server; default: that of the page
 * @property {string} [name]  of what is kept in this browser; two clients with one name are one
 * @property {(() => Promise<string>)} [tokens]  the host application's access token, asked for anew
 *   whenever the last one no longer serves
 */

/**
 * The server's limits. `Infinity`, 0 or null while they are not known.
 *
 * @typedef {object} Limits
 * @property {number} messageLength  code points
 * @property {number} attachments  of a message
 * @property {number} deleteForEveryoneMillis  after sending
 * @property {number} uploadBytes  of all files of an upload
 * @property {number} unsentMillis  after which the server removes an unsent upload
 * @property {number} typingMillis  how long typing is shown
 * @property {number} watchedPeople
 * @property {number} passwordLength  at least
 * @property {number} fullNameLength
 * @property {Record<string, number> | null} fileBytes  of one file, by extension
 */

/**
 * @typedef {object} DmClientParts
 * @property {string} name
 * @property {string} base
 * @property {Session} session
 * @property {Connection} connection
 * @property {Inbox} inbox
 * @property {People} people
 * @property {SettingsStore} settings
 * @property {Uploads} uploads
 * @property {Files} files
 * @property {Limits} limits
 * @property {'kept' | 'memory'} storage  `memory`: nothing outlives this page (private window, full
 *   disk)
 * @property {boolean} unsaved  leaving the page now would lose what was written, since nothing is kept
 * @property {boolean} leads  this tab holds the connection; for notifications
 * @property {(id: string) => ConversationStore} conversation
 * @property {() => Promise<void>} open  shows what is kept, then connects
 * @property {() => void} close  of this tab; nobody is signed out
 * @property {() => void} reconnect  do not wait for the next try
 * @property {(who: {username: string, password: string}) => Promise<void>} signIn  rejects with a Failure
 * @property {(who: {username: string, fullName: string, password: string}) => Promise<void>} signUp
 * @property {() => Promise<void>} signOut  in all tabs; everything kept here is removed
 *
 * @typedef {EventTarget & DmClientParts} DmClientShape
 */

export {};
