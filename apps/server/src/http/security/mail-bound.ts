// How often one network address may ask for mail to be sent: nobody's mailbox is to be flooded.

export const MAIL_BOUND = { max: 10, timeWindow: '15 minutes' } as const;
