" ~/.vim/compiler/dealtui.vim: `:compiler dealtui`, then `:make` fills the quickfix list.
if exists("current_compiler")
  finish
endif
let current_compiler = "dealtui"

CompilerSet makeprg=dealtui\ check
" A finding has a hint on the line below it; %v counts letters, as dealtui does, and not bytes.
CompilerSet errorformat=%A%f:%l:%v:\ [%t%*[a-z]]\ %m
CompilerSet errorformat+=%A%f:\ [%t%*[a-z]]\ %m
CompilerSet errorformat+=%C\ \ \ \ %m
CompilerSet errorformat+=%-G%.%#
