/** What a question mark in place of a number means; said alike wherever one stands. */
export const untilAnswered = 'hidden until you answer'
