"""进度: who owes what by when in the campaign of the plan, who has filed it, and what follows from 附件10."""
