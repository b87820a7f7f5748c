/** An image that cannot be used, with the sentence that says why. */
export class ImageError extends Error {}
