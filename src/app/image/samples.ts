/** The sample images, drawn for this project; `label` is the CIFAR-10 class that each one shows. */
export interface Sample {
  readonly id: string
  readonly title: string
  readonly label: string
  readonly file: string
}

const sample = (id: string, title: string): Sample => ({
  id,
  title,
  label: id.replace(/-\d+$/, ''),
  file: `images/${id}.svg`,
})

export const samples: readonly Sample[] = [
  sample('airplane-1', 'Airliner in a blue sky'),
  sample('airplane-2', 'Airliner on the runway'),
  sample('automobile-1', 'Red saloon car'),
  sample('automobile-2', 'Blue hatchback by a wall'),
  sample('bird-1', 'Sparrow on a branch'),
  sample('bird-2', 'Mallard by the water'),
  sample('cat-1', 'Ginger cat, sitting'),
  sample('cat-2', 'Grey tabby on a sofa'),
  sample('deer-1', 'Stag in a clearing'),
  sample('deer-2', 'Doe in the snow'),
  sample('dog-1', 'Golden retriever on the grass'),
  sample('dog-2', 'Beagle on the beach'),
  sample('frog-1', 'Green frog on a leaf'),
  sample('frog-2', 'Brown frog on the ground'),
  sample('horse-1', 'Chestnut horse in a paddock'),
  sample('horse-2', 'White horse at a gallop'),
  sample('ship-1', 'Container ship at sea'),
  sample('ship-2', 'Sailing yacht'),
  sample('truck-1', 'Box lorry on the road'),
  sample('truck-2', 'Dump truck with a load of earth'),
]
