"""进度表 and the list of what follows from 附件10, for the eye, for paper and for programs."""
