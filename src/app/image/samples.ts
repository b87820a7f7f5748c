/** An image that the page offers. */
export interface Sample {
  readonly id: string
  readonly title: string
  /** The class that it shows, as the trained networks name it; a photograph may show something that none of them knows. */
  readonly label: string
  readonly file: string
}

const drawing = (id: string, title: string): Sample => ({
  id,
  title,
  label: id.replace(/-\d+$/, ''),
  file: `images/${id}.svg`,
})

const photograph = (id: string, title: string, label = id): Sample => ({
  id,
  title,
  label,
  file: `images/${id}.jpg`,
})

export const photographs: readonly Sample[] = [
  photograph('vienna', 'A church in Vienna', 'church'),
  photograph('chelsea', 'Chelsea the cat', 'cat'),
  photograph('coffee', 'A cup of coffee'),
  photograph('astronaut', 'Eileen Collins, astronaut'),
  photograph('rocket', 'A Falcon 9 takes off'),
]

export const cifarDrawings: readonly Sample[] = [
  drawing('airplane-1', 'Airliner in a blue sky'),
  drawing('airplane-2', 'Airliner on the runway'),
  drawing('automobile-1', 'Red sedan'),
  drawing('automobile-2', 'Blue hatchback by a wall'),
  drawing('bird-1', 'Sparrow on a branch'),
  drawing('bird-2', 'Mallard by the water'),
  drawing('cat-1', 'Ginger cat, sitting'),
  drawing('cat-2', 'Gray tabby on a sofa'),
  drawing('deer-1', 'Stag in a clearing'),
  drawing('deer-2', 'Doe in the snow'),
  drawing('dog-1', 'Golden retriever on the grass'),
  drawing('dog-2', 'Beagle on the beach'),
  drawing('frog-1', 'Green frog on a leaf'),
  drawing('frog-2', 'Brown frog on the ground'),
  drawing('horse-1', 'Chestnut horse in a paddock'),
  drawing('horse-2', 'White horse at a gallop'),
  drawing('ship-1', 'Container ship at sea'),
  drawing('ship-2', 'Sailing yacht'),
  drawing('truck-1', 'Box truck on the road'),
  drawing('truck-2', 'Dump truck with a load of earth'),
]

export const imagenetDrawings: readonly Sample[] = [
  drawing('cassette-player-1', 'Boom box on a table'),
  drawing('cassette-player-2', 'Portable player with headphones'),
  drawing('chain-saw-1', 'Orange chain saw on a log'),
  drawing('chain-saw-2', 'Red chain saw on a workbench'),
  drawing('church-1', 'White wooden church'),
  drawing('church-2', 'Stone church with a tower'),
  drawing('french-horn-1', 'French horn in front of a curtain'),
  drawing('french-horn-2', 'French horn on a table'),
  drawing('garbage-truck-1', 'Green garbage truck'),
  drawing('garbage-truck-2', 'White garbage truck in town'),
  drawing('gas-pump-1', 'Old red gas pump'),
  drawing('gas-pump-2', 'Two pumps at a gas station'),
  drawing('golf-ball-1', 'Golf ball in the grass'),
  drawing('golf-ball-2', 'Golf ball on a tee'),
  drawing('parachute-1', 'Round parachute'),
  drawing('parachute-2', 'Paraglider over the hills'),
  drawing('springer-1', 'Brown and white springer spaniel'),
  drawing('springer-2', 'Black and white springer spaniel'),
  drawing('tench-1', 'Tench in the grass'),
  drawing('tench-2', 'Angler with a tench'),
]

export const samples: readonly Sample[] = [...photographs, ...cifarDrawings, ...imagenetDrawings]

/** Made for this project, and no photograph. */
export const isDrawn = ({ file }: Sample): boolean => file.endsWith('.svg')

/** The drawings that show one of some classes; photographs are left out. */
export function drawingsOf(classes: readonly string[]): readonly Sample[] {
  return samples.filter((sample) => isDrawn(sample) && classes.includes(sample.label))
}
