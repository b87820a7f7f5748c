/** Which trained weights: the folder of all models, as a full address that ends in a slash, and one of its folders. */
export interface TrainedModel {
  readonly base: string
  readonly id: string
}

/** Where the page finds a model of this site. */
export function published(id: string): TrainedModel {
  return { base: new URL('models/', document.baseURI).href, id }
}
