/** The end of its path. The API is beside it. */
export const WEBHOOK = /\/api\/webhook$/;
