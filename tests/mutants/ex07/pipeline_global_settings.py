# build_pipeline: the settings are global, so the pipeline made last wins

from torchvision import transforms

settings = {}


def build_pipeline(size, mean, std):
    settings.update(size=tuple(size), mean=mean, std=std)

    def run(image):
        x = transforms.ToTensor()(transforms.Resize(settings["size"])(image))
        return transforms.Normalize(settings["mean"], settings["std"])(x)

    return run
