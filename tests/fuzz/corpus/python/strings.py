x = r'\'' + b"\x00" + f'{a['b']}{{}}' + rf"""{
 a # comment
}"""
y = "joined \
line"
match x:
    case [1, *_]: print("x")
for i, j in z: pass
