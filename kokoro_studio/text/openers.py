"""Words that open a sentence and no name: behind an abbreviation they tell that a sentence ended.

"In the U.S. It is big" has two sentences, "the U.S. Army" has one.
"""

from __future__ import annotations

ENGLISH = (
    r"(?:I|It|He|She|We|You|They|This|That|These|Those|There|Here|The|A(?!\.)|An|My|Your|His|Her|Its|Our"
    r"|Their|And|But|Or|Nor|So|Yet|Then|Now|When|Whenever|While|Where|Why|What|Who|Whose|Which|How"
    r"|If|In|On|At|By|For|From|To|With|Without|Within|After|Before|As|Since|Until|Because|Although"
    r"|Though|However|Also|Both|Each|Every|Some|Many|Most|Much|More|All|Any|No(?!\.)|Not|None|One"
    r"|Two|Three|Nobody|Everyone|Everybody|Someone|Somebody|Nothing|Everything|Something|Is|Are|Was"
    r"|Were|Do|Does|Did|Don't|Can|Could|Would|Should|Have|Has|Had|Let|Let's|Please|Yes|Oh|Well|Ah"
    r"|Today|Tomorrow|Yesterday|Later|Soon|Once|Twice|Meanwhile|Maybe|Perhaps|Instead|Still|Even"
    r"|Only|Just|Sometimes|Often|Never|Always|Another|Other|Others|Such|Under|Over|During|Despite"
    r"|Between|Among|Through|Throughout|Besides|Thus|Hence|Therefore|Otherwise|Call|Come|Go|Look"
    r"|See|Take|Try|Ask|Tell|Give|Get|Make|Be|Read|Write|Send|Use|Think|Remember|People|Nevertheless|Open|Closed|Meet|Bring|Visit|Contact|Check|Turn|Add|Wait|Stop|Start|Keep|Note|Nice"
    r"|Good|Great|Thanks|Thank|Sorry|Okay|OK|Next|First|Second|Finally|Last|Back|Right|Like|Unlike|Given"
    r"|[A-Z][a-z]{2,}ly)(?:'[a-z]{1,2})?"
)
