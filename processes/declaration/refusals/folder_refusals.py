"""F: files and folders."""

from __future__ import annotations

from processes.declaration.refusals.refusal import Refusal
from processes.model.findings import Severity

REFUSALS = (
    Refusal(
        "F101",
        "没有 方案.yaml",
        "项目文件夹里要有 方案.yaml,写明城市、部门、阶段。",
        "在项目文件夹里放一个 方案.yaml,或换到项目文件夹里运行。",
    ),
    Refusal(
        "F102",
        "没有 单位.yaml",
        "放事项的文件夹要有 单位.yaml,写明单位全称和内设机构。",
        "在该文件夹里放一个 单位.yaml。",
    ),
    Refusal("F103", "读不了文件", "文件打不开。", "检查文件是否存在、是否被别的程序占用、有没有权限。"),
    Refusal("F104", "单位重复", "两个文件夹的 单位.yaml 写了同一个单位。", "合并成一个文件夹。"),
    Refusal(
        "F105",
        "这个文件没有读",
        "事项文件要直接放在单位的文件夹里,后缀是 .yaml;别处的、别的后缀的不会读,等于没有申报。",
        "移到单位的文件夹里,后缀改成 .yaml;不是申报文件的移出项目文件夹,或让名称以“_”开头。",
        severity=Severity.WARNING,
    ),
    Refusal(
        "F106",
        "清单读不了",
        "清单文件夹里的权力清单等打不开或不安全,事项就没有和它比对。",
        "在 WPS 或 Excel 里打开,另存为 .xlsx(不设密码)或 .csv 再放回来。",
    ),
    Refusal(
        "F107",
        "认不出是哪张清单",
        "清单文件夹里的文件按名称认:权力清单、责任清单、中介服务清单、公共服务清单,只是一个单位的在后面加“-简称”。",
        "改成如 权力清单.xlsx、公共服务清单-卫计局.csv;不是清单的移出去,或让名称以“_”开头。",
        severity=Severity.WARNING,
    ),
    Refusal(
        "F108",
        "清单里没有名称列",
        "清单的列按表头认,至少要有一列是“事项名称”“权力名称”或“名称”。",
        "在表头里写明哪一列是事项名称。",
    ),
    Refusal(
        "F109",
        "清单里有没用上的内容",
        "清单里认不出的列、单位和没有名称的行不参加比对,列出来是为了看有没有漏掉该比对的。",
        "该比对的改表头、单位名称或补上事项名称;其余不用管。",
        severity=Severity.INFO,
    ),
    Refusal(
        "F110",
        "日历的文件名不是年份",
        "日历一年一个文件,文件名就是年份;两样不一致,不知道哪个算数。",
        "文件名改成年份,如 日历/2027.yaml。",
    ),
)
