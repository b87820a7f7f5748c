"""Every run of the zoo: which network, on what, for how long. A run's name is the name of its files."""

from dataclasses import asdict, dataclass, field, replace


@dataclass(frozen=True)
class Recipe:
    """SGD with Nesterov momentum; the rate climbs to `rate` and falls to zero, both in straight lines (one cycle)."""

    epochs: int = 24
    batch: int = 128
    rate: float = 0.2
    warm: float = 0.2
    momentum: float = 0.9
    decay: float = 5e-4
    seed: int = 1
    # The share of the target that is spread evenly over all classes (label smoothing, Szegedy et al. 2015, section 7).
    smoothing: float = 0.0
    # (epochs, side of the training images in pixels), in order; the images as they are when empty.
    sizes: tuple[tuple[int, int], ...] = ()

    def size_at(self, epoch: int) -> int:
        """Side of the images of an epoch, counted from 0."""
        for epochs, size in self.sizes:
            if epoch < epochs:
                return size
            epoch -= epochs
        return self.sizes[-1][1]

    def rate_at(self, progress: float) -> float:
        """`progress` from 0 to 1."""
        up = progress / self.warm
        return self.rate * min(up, (1 - progress) / (1 - self.warm))


@dataclass(frozen=True)
class Run:
    name: str
    network: str
    recipe: Recipe = Recipe()
    options: dict = field(default_factory=dict)
    # All classes when empty; all images of a class when None.
    classes: tuple[str, ...] = ()
    each: int | None = None
    # How strongly the outputs of every normalization are disturbed while training (`disturbed` of network.py).
    noise: float = 0.0
    # Whether images are cropped and mirrored by chance, anew in every epoch.
    augmented: bool = True
    # The side of a square that is cut out of every image, in pixels, anew in every epoch (`without_squares` of data.py).
    cutout: int = 0
    # The smallest share of an image's area that a random resized crop takes, for runs with `sizes` (`crops.py`).
    smallest: float = 0.35
    # The share of crops in few flat colors, like drawings.
    flat: float = 0.0
    # Test images, drawn by seed; all when None.
    tested: int | None = None
    # Test images for the curve of the epochs, drawn by seed, where testing on all of them takes long.
    followed: int | None = None
    # Training images, drawn by seed, that the final training error is measured on; all when None.
    judged: int | None = None
    # Sides of the test images in pixels that the final error is measured at; the images as they are when empty.
    tested_at: tuple[int, ...] = ()
    # The dataset: the folder of images that the command names must hold these classes.
    data: str = "cifar10"
    # Weights go to public/models when the run is part of the zoo.
    ships: bool = False

    def described(self) -> dict:
        return asdict(self)


# The pair of the residual paper (He et al. 2015b, section 4.2), and five families at one budget of parameters.
PAIRS = [Run(name, name, ships=True) for name in ("cifar-resnet20", "cifar-plain20", "cifar-resnet56", "cifar-plain56")]
# What more time buys: the same network, two and a half times as long. The pairs above keep their shorter run, for fairness.
LONGER = [
    Run("cifar-resnet20-long", "cifar-resnet20", Recipe(epochs=60)),
    # The same against its overfitting (training error 3.9 %, test error 12.2 %): a square is cut out of every image.
    Run("cifar-resnet20-cutout", "cifar-resnet20", Recipe(epochs=60), cutout=12),
]
FAMILIES = [
    Run(name, name, ships=True) for name in ("cifar-inception20", "cifar-resnext29-8x3d", "cifar-densenet22-k12")
]

# How much of a difference is chance: the same runs from other initial weights, with the images in another order.
SEEDS = [
    replace(run, name=f"{run.name}-seed{seed}", recipe=replace(run.recipe, seed=seed), ships=False)
    for run in [*PAIRS, *FAMILIES]
    for seed in (2, 3)
]

# Where does training diverge? Ten short epochs on a tenth of the images, the rate falling from the first step.
# A thousand test images, a hundred of each class, tell how it went.
RATES = (0.01, 0.1, 0.5, 2.0)
NORMALIZATION = [
    Run(
        f"rate-{kind}20-{'bn' if bn else 'nobn'}-{rate:g}",
        f"cifar-{kind}20",
        Recipe(epochs=10, rate=rate, warm=0.001),
        options={} if bn else {"bn": "false"},
        each=500,
        tested=1000,
    )
    for kind in ("plain", "resnet")
    for bn in (True, False)
    for rate in RATES
]

# Does normalization help because the inputs of a layer keep still? The same short runs with the shift put back in, after
# every normalization (an experiment in the manner of Santurkar et al. 2018, section 2).
DISTURBED = [
    Run(
        f"noise-{kind}20-{rate:g}",
        f"cifar-{kind}20",
        Recipe(epochs=10, rate=rate, warm=0.001),
        each=500,
        tested=1000,
        noise=0.5,
    )
    for kind in ("plain", "resnet")
    for rate in (0.1, 0.5)
]

# What depth costs a plain network, and does not cost a residual one: the short runs of above, three times as deep. Half an
# hour instead of the three that the pair of pairs takes.
DEPTHS = [
    Run(f"depth-{kind}56", f"cifar-{kind}56", Recipe(epochs=10, rate=0.1, warm=0.001), each=500, tested=1000)
    for kind in ("plain", "resnet")
]

# What overfitting looks like: very few images, cropped and mirrored anew in every epoch, or always the same.
OVERFIT = [
    Run(
        f"few-resnet20-{'varied' if augmented else 'same'}",
        "cifar-resnet20",
        Recipe(epochs=80, batch=50, rate=0.1),
        each=50,
        tested=1000,
        augmented=augmented,
    )
    for augmented in (True, False)
]

# The lecture's own networks on photographs of ten classes of ImageNet, 224×224 (Imagenette). Images grow while a run goes on:
# small ones teach the coarse things in half of the time, large ones at the end bring test images of 224 back into range
# (Touvron et al. 2019, arXiv 1906.06423). One recipe for all.
FULL_SIZE_RECIPE = Recipe(
    epochs=20, batch=32, rate=0.05, smoothing=0.1, sizes=((9, 96), (7, 128), (2, 160), (2, 192))
)
FULL_SIZE = [
    Run(
        f"imagenette-{network}" + ("" if seed == 1 else f"-seed{seed}"),
        network,
        replace(FULL_SIZE_RECIPE, seed=seed),
        options={"classes": 10},
        flat=0.1,
        followed=1000,
        tested_at=(128, 160, 192, 224),
        data="imagenette",
        ships=seed == 1,
    )
    for network, seeds in {
        "resnet18": (1, 2),
        "plain18": (1, 2),
        "googlenet-bn": (1,),
        "resnext26-32x4d": (1,),
        "densenet121": (1,),
        "resnet34": (1,),
        "plain34": (1,),
    }.items()
    for seed in seeds
]
# One hour of one processor core, where the twenty epochs above take two to four: fewer epochs, most of them on small images.
# Compare these runs with each other, not with those of the one recipe. One whose network ships from a longer run stays a record.
SHORT = [
    Run(
        name,
        network,
        replace(FULL_SIZE_RECIPE, epochs=11, sizes=((6, 64), (3, 96), (1, 128), (1, 160))),
        options={"classes": 10},
        flat=0.1,
        followed=500,
        judged=1000,
        tested_at=(128, 160, 192, 224),
        data="imagenette",
        ships=ships,
    )
    for name, network, ships in [
        ("imagenette-densenet121-short", "densenet121", False),
        ("imagenette-resnext26-short", "resnext26-32x4d", True),
    ]
]

RUNS = {
    run.name: run
    for run in [*PAIRS, *LONGER, *FAMILIES, *SEEDS, *NORMALIZATION, *DISTURBED, *DEPTHS, *OVERFIT, *FULL_SIZE, *SHORT]
}
