"""Pictures on a day axis: projects as networks in time, and the limits of matters before and after the reform."""

from renderers.timelines.limits import limits_pictures
from renderers.timelines.matter import time_picture
from renderers.timelines.picture import Picture
from renderers.timelines.project import project_pictures

__all__ = ["NO_DOT", "Picture", "limits_pictures", "project_pictures", "time_picture"]

NO_DOT = "时限图和联审联批图是按天数画的,不是环节连线图,没有 gv 格式;后缀应是 svg、png 或 pdf。"
"""Why there is no DOT of these."""
