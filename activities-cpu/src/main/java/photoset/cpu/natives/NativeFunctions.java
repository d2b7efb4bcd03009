package photoset.cpu.natives;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions of a library by their names, each in the one shape that is used. */
@SuppressWarnings("restricted") // Java trusts C here; the launchers enable native access.
public final class NativeFunctions {
    /** Longest text that is read. */
    private static final long TEXT_BYTES_MAX = 4096;

    private final SymbolLookup symbols;
    private final Map<String, MethodHandle> functions = new HashMap<>();

    public NativeFunctions(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /**
     * Declares a function with a result; a structure as result needs an allocator before the arguments of each call.
     *
     * @throws NativeFailure if the library lacks it
     */
    public void returning(String name, MemoryLayout result, MemoryLayout... arguments) {
        declare(name, FunctionDescriptor.of(result, arguments));
    }

    /**
     * Declares a function without a result.
     *
     * @throws NativeFailure if the library lacks it
     */
    public void nothing(String name, MemoryLayout... arguments) {
        declare(name, FunctionDescriptor.ofVoid(arguments));
    }

    /**
     * Declares a function with a variable number of arguments behind so many fixed ones.
     *
     * @throws NativeFailure if the library lacks it
     */
    public void variadic(int fixed, String name, MemoryLayout result, MemoryLayout... arguments) {
        declare(name, FunctionDescriptor.of(result, arguments), Linker.Option.firstVariadicArg(fixed));
    }

    private void declare(String name, FunctionDescriptor shape, Linker.Option... options) {
        var symbol = symbols.find(name).orElseThrow(() -> new NativeFailure("the library lacks " + name));
        functions.put(name, Linker.nativeLinker().downcallHandle(symbol, shape, options));
    }

    /** Calls a function that returns an int. */
    public int number(String name, Object... arguments) {
        return (int) call(name, arguments);
    }

    /** Calls a function that returns a long. */
    public long longNumber(String name, Object... arguments) {
        return (long) call(name, arguments);
    }

    /** Calls a function that returns a pointer, or a structure. */
    public MemorySegment pointer(String name, Object... arguments) {
        return (MemorySegment) call(name, arguments);
    }

    /** Calls a function that returns nothing. */
    public void run(String name, Object... arguments) {
        invoke(name, arguments);
    }

    private Object call(String name, Object... arguments) {
        var result = invoke(name, arguments);
        if (result == null) {
            throw new NativeFailure(name + " returns nothing");
        }
        return result;
    }

    // A picture takes some ten calls, so the slow generic way of calling costs nothing that can be measured.
    private @Nullable Object invoke(String name, Object... arguments) {
        var function = functions.get(name);
        if (function == null) {
            throw new NativeFailure(name + " is not declared");
        }
        try {
            return function.invokeWithArguments(arguments);
        } catch (Throwable failure) {
            throw new NativeFailure("calling " + name, failure);
        }
    }

    /** The text at a pointer. */
    public static String text(MemorySegment zeroTerminated) {
        return zeroTerminated.reinterpret(TEXT_BYTES_MAX).getString(0);
    }
}
