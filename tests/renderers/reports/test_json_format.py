"""A report as JSON."""

from __future__ import annotations

import json

from engine.reports.report import Report
from renderers.reports.json_format import render


def test_a_report_as_an_object(report: Report) -> None:
    """Keys as in the tables; numbers as numbers, ``——`` as null, 无 as 无; places as file:line:column."""
    assert json.loads(render(report)) == {
        "标题": "局优化对比",
        "摘要": "局 1 项:环节 6→4",
        "说明": [],
        "合计": [
            {
                "项目": "环节",
                "优化前": 6,
                "优化后": 4,
                "压减比例": 33.3,
                "来源": ["局/01-甲.yaml:21:7", "局/01-甲.yaml:40:7"],
            },
            {
                "项目": "时限",
                "优化前": 0.5,
                "优化后": "无",
                "压减比例": None,
                "来源": ["局/01-甲.yaml:21:7"],
            },
        ],
        "事项": [
            {
                "标题": "甲",
                "摘要": "甲:环节 6→4",
                "汇报": "“甲”减2个,完成。",
                "说明": ["市场监管局。"],
                "环节变化": [
                    {
                        "代码": "steps-merged",
                        "类别": "合并",
                        "直接": True,
                        "优化前": ["初审", "复审"],
                        "优化后": ["审查"],
                        "文字": (
                            "「初审」「复审」→「审查」(沿自、相似0.83):承办 业务股→审批股;时限合计 7工作日→5工作日"
                        ),
                        "详情": ["承办 业务股→审批股", "时限合计 7工作日→5工作日"],
                        "匹配依据": ["沿自", "相似"],
                        "相似度": 0.83,
                        "优化前位置": ["局/01-甲.yaml:21:7", "局/01-甲.yaml:22:7"],
                        "优化后位置": ["局/01-甲.yaml:40:7"],
                        "数据": {},
                    },
                    {
                        "代码": "step-moved",
                        "类别": "移动",
                        "直接": False,
                        "优化前": ["缴费"],
                        "优化后": ["缴费"],
                        "文字": "「缴费」移到「审查」之前",
                        "详情": [],
                        "匹配依据": [],
                        "相似度": None,
                        "优化前位置": [],
                        "优化后位置": [],
                        "数据": {"后一环节": "审查"},
                    },
                    {
                        "代码": "step-kept",
                        "类别": "保留",
                        "直接": True,
                        "优化前": ["受理"],
                        "优化后": ["受理"],
                        "文字": "「受理」",
                        "详情": [],
                        "匹配依据": [],
                        "相似度": None,
                        "优化前位置": [],
                        "优化后位置": [],
                        "数据": {},
                    },
                ],
            }
        ],
    }


def test_chinese_stays_chinese(report: Report) -> None:
    """No escapes: the file is read by people too."""
    assert "优化对比" in render(report)
