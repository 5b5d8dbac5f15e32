"""Pictures on a day axis: projects as networks in time, and the limits of matters before and after the reform."""

from renderers.timelines.limits import limits_pictures
from renderers.timelines.matter import time_picture
from renderers.timelines.picture import Picture
from renderers.timelines.project import project_pictures

__all__ = ["Picture", "limits_pictures", "project_pictures", "time_picture"]
